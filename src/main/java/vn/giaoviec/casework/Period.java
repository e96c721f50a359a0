package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reporting period of a recurring case. It ends with its cut-off, which is not the end of a month: with the usual
 * cut-off of the 14th, the first quarter runs from 15 December to 14 March (decree 09/2019/NĐ-CP on reports).
 *
 * @param number 1 for the first
 * @param from first day
 * @param to the cut-off: its last day
 * @param dueOn when the report is due, or null before it is opened
 * @param openedAt when the report was opened, or null
 * @param submittedAt when the report that stands was handed in, or null
 * @param acceptedAt when it was accepted, or null
 */
public record Period(
        int number,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate dueOn,
        @Nullable Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt) {
    /** The same periods, numbered anew and with nothing done about them yet. */
    static List<Period> asked(List<Period> periods) {
        List<Period> asked = new ArrayList<>();
        periods.forEach(
                period -> asked.add(new Period(asked.size() + 1, period.from, period.to, null, null, null, null)));
        return asked;
    }

    /** Whether the period is over and its report is asked for. */
    public boolean isOpened() {
        return openedAt != null;
    }

    /** How many months it lasts. */
    int months() {
        return (int) ChronoUnit.MONTHS.between(from, to.plusDays(1));
    }

    /** Whether its report was accepted. */
    public boolean isAccepted() {
        return acceptedAt != null;
    }
}
