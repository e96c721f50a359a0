package vn.giaoviec.dossier.web;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.CaseKey;

/**
 * Which cases somebody wants to take away, as typed; null and empty match everything. Keys, once there are any, are all that
 * counts.
 *
 * @param year the plan year
 * @param unit code of the accountable unit
 * @param running true: may still be completed, false: may not
 * @param keys case keys with spaces, line ends, commas or semicolons between them
 */
record CaseSelection(
        @Nullable Integer year,
        @Nullable String unit,
        @Nullable Boolean running,
        @Nullable String keys) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    /** What was typed as keys, each once. */
    List<String> typedKeys() {
        return keys == null
                ? List.of()
                : BETWEEN.splitAsStream(keys)
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .toList();
    }

    /** What was typed as a key and is none. */
    List<String> unreadable() {
        return typedKeys().stream().filter(key -> !readable(key)).toList();
    }

    private static boolean readable(String key) {
        try {
            CaseKey.of(key);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
