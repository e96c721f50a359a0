/**
 * Who works where: dated units with their successors, people, and the groups that decide what they see and do.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package vn.giaoviec.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
