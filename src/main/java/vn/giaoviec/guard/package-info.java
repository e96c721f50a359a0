/**
 * What stands between a signed-in person and the engine: the engine's last community edition has published holes and
 * generous defaults, and each guard here closes one of them, where the engine commits or where its interface is entered.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "substitution", "workflow", "workflow::engine"})
package vn.giaoviec.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
