@NullMarked
package vn.giaoviec.indicator.web;

import org.jspecify.annotations.NullMarked;
