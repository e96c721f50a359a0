@NullMarked
package vn.giaoviec.intake.web;

import org.jspecify.annotations.NullMarked;
