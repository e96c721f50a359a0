package vn.giaoviec.dashboard.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.giaoviec.calendar.WorkingDays;

/**
 * How an open case stands to its deadline.
 *
 * @param late whether the due day is over
 * @param workingDays working days after the due day, or up to it; zero or more
 */
record Delay(boolean late, int workingDays) {
    /** What is due within so many working days is soon late. */
    static final int SOON = 5;

    private static final BigDecimal HALF_A_DAY = new BigDecimal("0.5");

    static Delay of(LocalDate dueOn, LocalDate asOf, WorkingDays days) {
        boolean late = asOf.isAfter(dueOn);
        return new Delay(late, late ? days.between(dueOn, asOf) : days.between(asOf, dueOn));
    }

    /** The first due day that is neither late nor soon late. */
    static LocalDate farFrom(LocalDate asOf, WorkingDays days) {
        return days.after(asOf, SOON + 1);
    }

    /** Working days late; half a day for what is soon late, or late since a day off. */
    BigDecimal daysLate() {
        return late && workingDays > 0 ? BigDecimal.valueOf(workingDays) : HALF_A_DAY;
    }
}
