package vn.giaoviec.directory;

import java.util.Set;

/**
 * What the sign-in server knows of a person.
 *
 * @param subject its own id of the person (OpenID Connect {@code sub}); never changes, never used again
 * @param username the sign-in name
 * @param name what colleagues read
 * @param enabled whether the person may sign in
 * @param groups paths of the person's groups there, e.g. {@code /STTTT/head}
 */
public record Account(String subject, String username, String name, boolean enabled, Set<String> groups) {}
