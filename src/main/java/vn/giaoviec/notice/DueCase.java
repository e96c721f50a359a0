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
        int moves,
        Instant since,
        boolean submitted,
        @Nullable String officer) {}
