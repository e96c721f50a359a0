/**
 * How we prove it: one append-only entry per fact, written in the same transaction; refusals in their own. It knows no
 * business module, only {@link vn.giaoviec.shared.Recorded}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar"})
package vn.giaoviec.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
