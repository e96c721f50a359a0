@NullMarked
package vn.giaoviec.notice.web;

import org.jspecify.annotations.NullMarked;
