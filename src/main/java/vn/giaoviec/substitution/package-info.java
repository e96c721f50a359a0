/**
 * Who stands in for whom, for how long and in what: it ends by itself, gives nobody more than the absent person has, and
 * never lets anybody decide on what they, or those they stand in for, have submitted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "directory"})
package vn.giaoviec.substitution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
