@NullMarked
package vn.giaoviec.audit.web;

import org.jspecify.annotations.NullMarked;
