package vn.giaoviec.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.Text;

/**
 * An open case with its deadline.
 *
 * @param caseKey the case, as its address
 * @param assignment the assignment's code
 * @param title what is to be done
 * @param unit code of the accountable unit
 * @param unitName its short name
 * @param dueOn the deadline in force
 * @param reportDueOn until when a report of a recurring task is due that is not handed in, or null
 * @param moves how often it was moved
 * @param since since when it is in force
 * @param submitted whether the unit has handed its product in, so that nothing is left for it to do
 * @param officer who has the work, or null
 */
record DueCase(
        String caseKey,
        String assignment,
        Text title,
        String unit,
        String unitName,
        LocalDate dueOn,
        @Nullable LocalDate reportDueOn,
        int moves,
        Instant since,
        boolean submitted,
        @Nullable String officer) {
    /** What has to be done next is due then. */
    LocalDate nextDueOn() {
        return reportDueOn != null && reportDueOn.isBefore(dueOn) ? reportDueOn : dueOn;
    }

    /** Whether nothing is left for the unit to do for now. */
    boolean rests() {
        return submitted && reportDueOn == null;
    }
}
