@NullMarked
package vn.giaoviec.calendar.web;

import org.jspecify.annotations.NullMarked;
