package vn.giaoviec.casework;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one person has typed for one step. It is saved as it is typed, so it survives an expired sign-in and another
 * computer; completing the step freezes it.
 *
 * @param decision the chosen option, or null
 * @param reason the reason, empty if none
 * @param fields content by field name
 * @param savedAt when it was last saved (business time)
 * @param frozen whether the step was completed with it
 */
public record Draft(
        @Nullable String decision, String reason, Map<String, String> fields, Instant savedAt, boolean frozen) {
    static final Draft EMPTY = new Draft(null, "", Map.of(), Instant.EPOCH, false);

    /** Content of a field; empty if nothing was typed. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
