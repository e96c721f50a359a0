package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.Text;

/**
 * A case on the page of its unit, in days of the province.
 *
 * @param caseKey the case, as its address
 * @param assignment the assignment's code
 * @param title what is to be done
 * @param openedOn the day it was opened
 * @param dueOn the deadline in force
 * @param submittedOn the day of the submission that stands, or null
 * @param endedOn the day it ended, or null
 * @param standing how it stands today
 */
record UnitCase(
        String caseKey,
        String assignment,
        Text title,
        LocalDate openedOn,
        LocalDate dueOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate endedOn,
        Standing standing) {
    /** In these states, one after the other, cases are told of: what is done can wait. */
    static final List<Case.State> MOST_URGENT_FIRST = List.of(
            Case.State.OPEN,
            Case.State.SUSPENDED,
            Case.State.COMPLETED,
            Case.State.CARRIED_OVER,
            Case.State.ENDED,
            Case.State.CANCELLED,
            Case.State.HANDED_OVER);

    /** Since when it is or was late, the first day after the deadline; null if it never was. */
    @Nullable LocalDate lateFrom() {
        boolean late = standing == Standing.OPEN_LATE || standing == Standing.DONE_LATE;
        return late ? dueOn.plusDays(1) : null;
    }

    /** The last day it takes: until today where it is late, until the deadline where its time runs, else until it ended. */
    LocalDate until(LocalDate today) {
        if (standing == Standing.OPEN_LATE) {
            return today;
        }
        return endedOn == null ? dueOn : endedOn;
    }
}
