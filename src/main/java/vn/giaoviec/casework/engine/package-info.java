@NullMarked
package vn.giaoviec.casework.engine;

import org.jspecify.annotations.NullMarked;
