/**
 * Carrying the plan out: one case per assignment and accountable unit, its human steps, what was typed, the evidence, and
 * the rules that hold when the engine commits.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "calendar", "directory", "substitution", "plan", "workflow", "readiness"})
package vn.giaoviec.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
