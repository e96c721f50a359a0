@NullMarked
package vn.giaoviec.privacy.web;

import org.jspecify.annotations.NullMarked;
