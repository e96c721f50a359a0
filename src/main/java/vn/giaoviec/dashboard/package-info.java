/**
 * Only looks: what waits for me, the plan at a glance, the indicators. Reads the views that other modules publish.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "directory", "plan", "casework", "indicator"})
package vn.giaoviec.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
