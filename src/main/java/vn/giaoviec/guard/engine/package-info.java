@NullMarked
package vn.giaoviec.guard.engine;

import org.jspecify.annotations.NullMarked;
