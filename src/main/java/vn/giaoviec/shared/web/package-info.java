@NullMarked
package vn.giaoviec.shared.web;

import org.jspecify.annotations.NullMarked;
