package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param nextDueOn the next day something is due: of a recurring case the oldest report that is owed, else the deadline
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
        LocalDate nextDueOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate endedOn,
        Standing standing) {
    private static final List<Standing> URGENCY = List.of(
            Standing.OPEN_LATE,
            Standing.OPEN_IN_TIME,
            Standing.SUSPENDED,
            Standing.DONE_LATE,
            Standing.DONE_IN_TIME,
            Standing.CARRIED_OVER,
            Standing.OTHER);

    static final Comparator<UnitCase> MOST_URGENT_FIRST = Comparator.<UnitCase>comparingInt(
                    one -> URGENCY.indexOf(one.standing))
            .thenComparing(UnitCase::dueOn)
            .thenComparing(UnitCase::caseKey);

    static final Comparator<UnitCase> NEXT_DUE_FIRST =
            Comparator.comparing(UnitCase::nextDueOn).thenComparing(UnitCase::caseKey);

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
