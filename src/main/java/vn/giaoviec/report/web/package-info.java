@NullMarked
package vn.giaoviec.report.web;

import org.jspecify.annotations.NullMarked;
