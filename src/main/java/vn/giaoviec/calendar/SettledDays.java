package vn.giaoviec.calendar;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.Turns;

/**
 * Working days for dates that are stored: they stay as they are until the date is. A change of the calendar waits for
 * those who count, and then moves what they stored; those who come during the change count by the new days.
 */
@Service
public class SettledDays {
    static final String TURN = "calendar";

    private final Turns turns;
    private final CalendarDayTable table;
    private final WorkingDays workingDays;

    SettledDays(Turns turns, CalendarDayTable table, WorkingDays workingDays) {
        this.turns = turns;
        this.table = table;
        this.workingDays = workingDays;
    }

    /** The working days, which nobody changes before the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public WorkingDays known() {
        turns.take(TURN);
        table.settle();
        return workingDays.known();
    }
}
