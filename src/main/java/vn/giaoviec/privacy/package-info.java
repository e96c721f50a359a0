/**
 * What the system knows of one person, in one file. It looks and changes nothing, and asks no other module: whatever
 * table names a person is part of the answer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.giaoviec.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
