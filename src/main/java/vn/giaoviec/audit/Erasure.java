package vn.giaoviec.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to erase words of an entry.
 *
 * @param id grows with each request
 * @param caseKey the case
 * @param entry the entry's number
 * @param fields which of its texts, by their names in the fact
 * @param document the number of the decision by which they shall go
 * @param reason why, without the words
 * @param askedBy who asked
 * @param askedAt when
 * @param decidedBy who decided, or null while nobody has
 * @param decidedAt when, or null
 * @param agreed whether they were erased, or null
 */
public record Erasure(
        long id,
        String caseKey,
        long entry,
        List<String> fields,
        String document,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Boolean agreed) {
    /** Whether a leader has still to decide. */
    public boolean open() {
        return agreed == null;
    }
}
