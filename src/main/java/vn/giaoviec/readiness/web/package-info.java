@NullMarked
package vn.giaoviec.readiness.web;

import org.jspecify.annotations.NullMarked;
