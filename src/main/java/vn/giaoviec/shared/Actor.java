package vn.giaoviec.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who acts in this thread: the signed-in person, or nobody where the system acts by itself (timers, start-up). */
public final class Actor {
    private Actor() {}

    /** The signed-in person's id, or null when the system acts. */
    public static @Nullable String current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                        || !authentication.isAuthenticated()
                        || authentication instanceof AnonymousAuthenticationToken
                ? null
                : authentication.getName();
    }

    /**
     * The signed-in person's id.
     *
     * @throws IllegalStateException if nobody is signed in: the path should not have been open
     */
    public static String required() {
        String actor = current();
        if (actor == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return actor;
    }
}
