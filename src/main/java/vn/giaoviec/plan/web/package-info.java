@NullMarked
package vn.giaoviec.plan.web;

import org.jspecify.annotations.NullMarked;
