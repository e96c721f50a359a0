/**
 * Takes the annex of a plan over (tiếp nhận phụ lục): what was understood of a file waits as a draft until people of the plan
 * office have decided what the file leaves open; only then it becomes a plan, all of it or nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "directory", "sheet", "plan", "annex", "casework"})
package vn.giaoviec.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
