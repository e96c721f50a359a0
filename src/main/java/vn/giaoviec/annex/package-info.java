/**
 * Understands the annex (phụ lục) of a real plan: its tables of tasks and targets, whatever office wrote them. Pure: the same
 * file, day and units give the same {@link vn.giaoviec.annex.Annex}. What is not certain is told, never chosen in silence.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "directory", "plan", "sheet"})
package vn.giaoviec.annex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
