/**
 * The plan as the province issued it: targets, solution groups, assignments with their units, deadlines and deliverables.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "directory"})
package vn.giaoviec.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
