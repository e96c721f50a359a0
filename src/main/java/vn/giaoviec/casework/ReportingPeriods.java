package vn.giaoviec.casework;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.plan.Deadline;

/** Cuts the time of a recurring assignment into reporting periods. */
@Component
class ReportingPeriods {
    private final DeadlineSettings settings;

    ReportingPeriods(DeadlineSettings settings) {
        this.settings = settings;
    }

    /**
     * The periods whose cut-off lies between the opening of the case and its deadline.
     *
     * @param cycle how often the plan wants a report, or null where it does not recur
     */
    List<Period> between(Deadline.@Nullable Cycle cycle, LocalDate opened, LocalDate dueOn) {
        List<Period> periods = new ArrayList<>();
        if (cycle == null) {
            return periods;
        }
        int months = months(cycle);
        for (YearMonth month = YearMonth.of(opened.getYear(), 1);
                !cutOff(month).isAfter(dueOn);
                month = month.plusMonths(1)) {
            if (month.getMonthValue() % months == 0 && !cutOff(month).isBefore(opened)) {
                LocalDate from = cutOff(month.minusMonths(months)).plusDays(1);
                periods.add(new Period(periods.size() + 1, from, cutOff(month), null, null, null, null));
            }
        }
        return periods;
    }

    /**
     * When the report of a period is due: on the report day of the month of its cut-off, a working day, but never at once.
     *
     * @param openedOn the day on which the report is asked for
     */
    LocalDate reportDue(Period period, int months, LocalDate openedOn, WorkingDays days) {
        int day = months == 1 ? settings.monthlyReportDay() : settings.longerReportDay();
        LocalDate due = days.onOrBefore(period.to().withDayOfMonth(day));
        LocalDate earliest = days.after(openedOn, 2);
        return due.isBefore(earliest) ? earliest : due;
    }

    int months(Deadline.Cycle cycle) {
        return switch (cycle) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF_YEAR -> 6;
            case YEAR -> 12;
            case UNSTATED -> settings.unstatedCycle();
        };
    }

    private LocalDate cutOff(YearMonth month) {
        return month.atDay(settings.cutOffDay());
    }
}
