package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.CaseKey;

/**
 * An assignment at one accountable unit, as one running or ended process instance.
 *
 * @param key names it
 * @param process the process that carries it
 * @param appraiser the unit that appraises in this procedure
 * @param fanOut how many units the assignment was issued to; their cases share its weight equally
 * @param originalDueOn the deadline the plan set; never changes
 * @param dueOn the deadline in force
 * @param state where it stands
 * @param endedAs the end event reached, or null while it is open
 * @param runNumber 1, and one more with each reopening
 * @param acceptanceNumber how often its product has been accepted
 * @param openedAt when it was opened (business time)
 * @param submittedAt the latest submission, or null: the one that is accepted decides whether it was done in time
 * @param endedAt when it ended, or null
 */
public record Case(
        CaseKey key,
        String process,
        String appraiser,
        int fanOut,
        LocalDate originalDueOn,
        LocalDate dueOn,
        State state,
        @Nullable String endedAs,
        int runNumber,
        int acceptanceNumber,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant endedAt) {

    /** Done or open, in time or late, as of a day. */
    public Standing standing(LocalDate today) {
        return Standing.of(state, dueOn, submittedAt, today);
    }

    /** Where a case stands. */
    public enum State {
        /** Under way. */
        OPEN,
        /** Its product was accepted. */
        COMPLETED,
        /** It ended without a product: refused, stopped, failed. */
        ENDED,
        /** Withdrawn; it counts nowhere. */
        CANCELLED;

        static State endedBy(String end) {
            return switch (end) {
                case "end_completed" -> COMPLETED;
                case "end_withdrawn", "end_cancelled" -> CANCELLED;
                default -> ENDED;
            };
        }
    }
}
