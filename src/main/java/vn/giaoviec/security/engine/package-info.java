@NullMarked
package vn.giaoviec.security.engine;

import org.jspecify.annotations.NullMarked;
