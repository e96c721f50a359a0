package vn.giaoviec.indicator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A measured value of an indicator as its unit reported it (số liệu). It never changes; a second person decides on it, and
 * once approved it is corrected by another reading only.
 *
 * @param id its number
 * @param indicator the indicator's code
 * @param unit code of the unit that reports
 * @param ofPart whether it is of that unit's part only, and not of the whole province
 * @param reported what it reports
 * @param by who entered it
 * @param at when, on the business clock
 * @param state whether it counts
 * @param decision who decided on it, or null while it waits
 * @param correctedBy the number of the approved reading that corrects it, or null
 */
public record Reading(
        long id,
        String indicator,
        String unit,
        boolean ofPart,
        Reported reported,
        String by,
        Instant at,
        State state,
        @Nullable Decision decision,
        @Nullable Long correctedBy) {
    /** Whether it counts: approved, and not corrected by another one. */
    public boolean stands() {
        return state == State.APPROVED && correctedBy == null;
    }

    /** Whether it waits for a decision. */
    public boolean waits() {
        return state == State.PENDING;
    }

    /** What has become of it; each has a message {@code reading.state.<name>}. */
    public enum State {
        /** Waits for a second person. */
        PENDING,
        /** Locked. */
        APPROVED,
        /** Does not count, and another one may be entered. */
        RETURNED
    }

    /**
     * @param by who decided
     * @param at when, on the business clock
     * @param reason why it was returned; null if it was approved without a word
     */
    public record Decision(String by, Instant at, @Nullable String reason) {}
}
