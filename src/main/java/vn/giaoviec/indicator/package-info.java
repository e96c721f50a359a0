/**
 * What the work changed. Two numbers, never one: the measured value (readings) and the delivery support (accepted work);
 * support is an append-only ledger posted in the engine's transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "directory", "substitution", "plan", "casework"})
package vn.giaoviec.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
