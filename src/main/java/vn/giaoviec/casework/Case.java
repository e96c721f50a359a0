package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.CaseKey;

/**
 * An assignment at one accountable unit, as one running or ended process instance.
 *
 * @param key names it
 * @param group the plan's solution group it is of
 * @param process the process that carries it
 * @param appraiser the unit that appraises in this procedure
 * @param fanOut how many units the assignment was issued to; their cases share its weight equally
 * @param originalDueOn the deadline the plan set; never changes
 * @param dueOn the deadline in force
 * @param setDueOn the day a decision set for it, working day or not; null while the plan's words rule it
 * @param extensions how often it was extended
 * @param internalDueOn the head's own deadline for the officer, or null; never later than {@code dueOn}
 * @param recurs whether it goes on until the plan's end and reports per period (nhiệm vụ thường xuyên)
 * @param reports how many period reports it owes; may be 0 for a recurring one that was opened after its last cut-off
 * @param state where it stands
 * @param endedAs the end event reached, or null while it is open
 * @param runNumber 1, and one more with each reopening
 * @param acceptanceNumber how often its product has been accepted
 * @param openedAt when it was opened (business time)
 * @param since since when its state and deadline are as they are
 * @param submittedAt the submission that stands, or null: once accepted it decides whether the case was done in time
 * @param endedAt when it ended, or null
 * @param handedFrom the case it was handed or carried over from, or null
 * @param handedTo the case it was handed or carried over to, or null
 */
public record Case(
        CaseKey key,
        int group,
        String process,
        String appraiser,
        int fanOut,
        LocalDate originalDueOn,
        LocalDate dueOn,
        @Nullable LocalDate setDueOn,
        int extensions,
        @Nullable LocalDate internalDueOn,
        boolean recurs,
        int reports,
        State state,
        @Nullable String endedAs,
        int runNumber,
        int acceptanceNumber,
        Instant openedAt,
        Instant since,
        @Nullable Instant submittedAt,
        @Nullable Instant endedAt,
        @Nullable CaseKey handedFrom,
        @Nullable CaseKey handedTo) {

    /** Whether the unit has handed its product in, and nobody has sent it back since. */
    public boolean isSubmitted() {
        return submittedAt != null;
    }

    /** Done or open, in time or late, as of a day. */
    public Standing standing(LocalDate today) {
        return Standing.of(
                state, dueOn, submittedAt == null ? null : LocalDate.ofInstant(submittedAt, BusinessClock.ZONE), today);
    }

    /** Where a case stands. */
    public enum State {
        /** Under way. */
        OPEN,
        /** Laid aside by a decision; its time does not run. */
        SUSPENDED,
        /** Its product was accepted. */
        COMPLETED,
        /** It ended without a product: refused, stopped, failed. */
        ENDED,
        /** Withdrawn; it counts nowhere. */
        CANCELLED,
        /** Another unit carries it on, as a case of its own; this one counts nowhere. */
        HANDED_OVER,
        /** The plan of the next year carries it on, as a case of its own; here it counts, neither done nor open. */
        CARRIED_OVER;

        /** Whether it may still be completed. */
        public boolean isUnderWay() {
            return this == OPEN || this == SUSPENDED;
        }

        static State endedBy(String end) {
            return switch (end) {
                case "end_completed" -> COMPLETED;
                case "end_withdrawn", "end_cancelled" -> CANCELLED;
                default -> ENDED;
            };
        }
    }
}
