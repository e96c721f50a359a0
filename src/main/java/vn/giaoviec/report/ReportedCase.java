package vn.giaoviec.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;

/**
 * A case as it stood at the end of the cut-off day.
 *
 * @param caseKey names it
 * @param assignment the assignment's code
 * @param group number of the solution group
 * @param unit code of the accountable unit
 * @param pillars codes of the pillars it serves, sorted
 * @param indicators codes of the indicators it supports, sorted
 * @param title what is to be done
 * @param illustrative whether the assignment is made up for the demo
 * @param originalDueOn the deadline it was issued with
 * @param dueOn the deadline in force then
 * @param extensions how often it had been extended by then
 * @param state where it stood
 * @param submittedOn the day of the submission that was accepted, or null
 * @param acceptedOn the day its product was accepted, or null
 * @param standing done or open, in time or late
 * @param lateDays working days after the deadline, till the submission or the cut-off; 0 if not late
 * @param reason why it is late, as its unit wrote it; null if it is not, or nobody wrote anything
 */
public record ReportedCase(
        String caseKey,
        String assignment,
        int group,
        String unit,
        List<String> pillars,
        List<String> indicators,
        String title,
        boolean illustrative,
        LocalDate originalDueOn,
        LocalDate dueOn,
        int extensions,
        Case.State state,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate acceptedOn,
        Standing standing,
        int lateDays,
        @Nullable String reason) {
    /** Whether it is done or open after its deadline. */
    static boolean late(Standing standing) {
        return standing == Standing.OPEN_LATE || standing == Standing.DONE_LATE;
    }
}
