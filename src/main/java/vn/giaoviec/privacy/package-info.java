/**
 * What the system knows of one person, in one file. It looks and changes nothing; whatever table names a person is part of
 * the answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "directory"})
package vn.giaoviec.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
