/**
 * What inspectors conclude: attached to a case, readable for all who read the case, and apart from it: nothing here can
 * change a case, and no conclusion changes once it is there.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "directory", "casework"})
package vn.giaoviec.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
