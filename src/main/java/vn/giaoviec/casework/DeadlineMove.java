package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline was moved.
 *
 * @param cause by what right
 * @param from the deadline before
 * @param to the deadline since
 * @param reason why
 * @param at when (business time)
 * @param by who decided it, or null where the system did
 */
public record DeadlineMove(
        Cause cause,
        LocalDate from,
        LocalDate to,
        String reason,
        Instant at,
        @Nullable String by) {
    /** By what right a deadline moves. */
    public enum Cause {
        /** The assigner granted an extension. */
        EXTENSION,
        /** A day became a day off, or a working day. */
        CALENDAR,
        /** The case had been suspended: those working days do not count. */
        RESUMPTION,
        /** A decision changed the plan. */
        AMENDMENT
    }
}
