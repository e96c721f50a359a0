package vn.giaoviec.readiness;

import java.util.List;

/**
 * One reason not to start.
 *
 * @param key message key, {@code startUp.…}
 * @param args arguments of the message: what was found, and what is needed
 */
public record Problem(String key, List<Object> args) {
    /** A problem and what its message needs to say. */
    public static Problem of(String key, Object... args) {
        return new Problem(key, List.of(args));
    }
}
