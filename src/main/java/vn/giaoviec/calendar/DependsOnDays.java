package vn.giaoviec.calendar;

import java.util.List;

/**
 * Whatever counts working days towards a date that is stored somewhere implements this, so that the date moves when the
 * calendar changes. Both calendars are handed over; neither method may read the stored one to find out what was before.
 */
public interface DependsOnDays {
    /**
     * What would move. Changes nothing, and says the same as long as nothing else changes.
     *
     * @param before the working days that rule now
     * @param after the working days as proposed
     */
    List<Moved> preview(WorkingDays before, WorkingDays after);

    /**
     * Moves what {@link #preview} told, and sets the timers on it anew, in the caller's transaction; the new days are
     * stored already.
     *
     * @param reason why, for the record of whatever moves
     */
    void apply(WorkingDays before, WorkingDays after, String reason);
}
