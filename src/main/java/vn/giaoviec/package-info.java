@NullMarked
package vn.giaoviec;

import org.jspecify.annotations.NullMarked;
