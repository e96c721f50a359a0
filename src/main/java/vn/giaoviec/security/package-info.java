/**
 * Who is at the door: sign-in, the session, and which paths are open.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "directory", "guard"})
package vn.giaoviec.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
