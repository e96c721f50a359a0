/**
 * How we prove it: what each command did, chained for each case and written in the same transaction; refusals in their
 * own. Sealed by a key outside the database, verified by {@code proof}. It knows no business module, only
 * {@link vn.giaoviec.shared.Recorded}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "directory", "substitution", "sheet"})
package vn.giaoviec.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
