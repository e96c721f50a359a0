package vn.giaoviec.inspection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection concluded on a case (kết luận kiểm tra).
 *
 * @param id its number
 * @param kind what it found
 * @param document the number of the document it stands in
 * @param documentOn the document's day
 * @param words the conclusion
 * @param corrects the number of the one it corrects, or null
 * @param by the inspector
 * @param at when it was attached, on the business clock
 */
public record Conclusion(
        long id,
        Kind kind,
        String document,
        LocalDate documentOn,
        String words,
        @Nullable Long corrects,
        String by,
        Instant at) {
    /** What was found; each has a message {@code conclusion.<name>}. */
    public enum Kind {
        /** Nothing to object to. */
        IN_ORDER,
        /** Something to do better. */
        REMARK,
        /** A rule was broken. */
        BREACH
    }
}
