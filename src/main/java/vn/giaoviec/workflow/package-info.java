/**
 * The engine's door. Nothing public here names the engine: other modules start cases, hear what happens to steps, and
 * state the rule that a completed step must satisfy. Everything runs in the engine's own transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "readiness"})
package vn.giaoviec.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
