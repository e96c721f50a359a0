@NullMarked
package vn.giaoviec.directory.engine;

import org.jspecify.annotations.NullMarked;
