@NullMarked
package vn.giaoviec.sheet.web;

import org.jspecify.annotations.NullMarked;
