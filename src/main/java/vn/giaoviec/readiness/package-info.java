/**
 * Whether this place is fit to run the province's work: asked once before the engine starts, where any doubt stops the
 * start, and afterwards by whoever balances the load.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar"})
package vn.giaoviec.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
