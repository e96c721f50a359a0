@NullMarked
package vn.giaoviec.dashboard.web;

import org.jspecify.annotations.NullMarked;
