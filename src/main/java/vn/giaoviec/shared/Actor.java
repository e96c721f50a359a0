package vn.giaoviec.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
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

    /** The groups under which that person is signed in, sorted; empty when the system acts. */
    public static List<String> rights() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return current() == null || authentication == null
                ? List.of()
                : authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .sorted()
                        .toList();
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
