package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request to move a deadline (gia hạn), and what the assigner said to it.
 *
 * @param number 1 for the first of the case
 * @param dueOn the deadline when it was asked
 * @param askedOn the day asked for
 * @param reason why
 * @param by who asked
 * @param at when
 * @param decision what was decided, or null
 * @param grantedOn the day that was granted, or null
 * @param decidedBy who decided, or null
 * @param decidedAt when, or null
 */
public record Extension(
        int number,
        LocalDate dueOn,
        LocalDate askedOn,
        String reason,
        String by,
        Instant at,
        @Nullable Decision decision,
        @Nullable LocalDate grantedOn,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {
    /** What becomes of a request. */
    public enum Decision {
        GRANTED,
        REFUSED,
        /** The case ended before anybody decided. */
        LAPSED
    }
}
