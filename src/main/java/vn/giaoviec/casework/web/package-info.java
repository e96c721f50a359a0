@NullMarked
package vn.giaoviec.casework.web;

import org.jspecify.annotations.NullMarked;
