package vn.giaoviec.calendar;

import java.util.List;

/**
 * Whatever counts working days towards a date that is stored somewhere implements this, so that the date moves when the
 * calendar changes. Who stores such a date counts by {@link SettledDays}.
 */
public interface DependsOnDays {
    /**
     * What would move. Changes nothing, and finds the same as long as nothing else changes.
     *
     * @param before the working days that rule now
     * @param after the working days as proposed
     */
    Moves look(WorkingDays before, WorkingDays after);

    /** What was found to move. */
    interface Moves {
        /** What a person is shown of it. */
        List<Moved> told();

        /**
         * Moves it, and sets the timers on it anew, in the caller's transaction; the new days are stored already.
         *
         * @param reason why, for the record of whatever moves
         * @throws vn.giaoviec.shared.Refusal.Conflict if something is no longer as it was looked at
         */
        void apply(String reason);
    }
}
