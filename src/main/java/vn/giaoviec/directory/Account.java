package vn.giaoviec.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in server knows of a person.
 *
 * @param subject its own id of the person (OpenID Connect {@code sub}); never changes, never used again
 * @param username the sign-in name
 * @param name what colleagues read
 * @param enabled whether the person may sign in
 * @param groups paths of the person's groups there, e.g. {@code /STTTT/head}
 * @param email where to write to, or null if it names none; at a sign-in that leaves the known address as it is
 */
public record Account(
        String subject,
        String username,
        String name,
        boolean enabled,
        Set<String> groups,
        @Nullable String email) {}
