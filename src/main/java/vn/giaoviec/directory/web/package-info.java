@NullMarked
package vn.giaoviec.directory.web;

import org.jspecify.annotations.NullMarked;
