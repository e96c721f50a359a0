@NullMarked
package vn.giaoviec.substitution.web;

import org.jspecify.annotations.NullMarked;
