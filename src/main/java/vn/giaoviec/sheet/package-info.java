/**
 * Reads the spreadsheets people bring, whatever program wrote them, and trusts none; writes those they take away, however long.
 * The only place that names a library for them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.giaoviec.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
