package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.WorkingDays;

/**
 * What is due in a month, as a wall calendar shows it: weeks from Monday to Sunday.
 *
 * @param month which
 * @param weeks its weeks, seven places each; places outside of the month are null
 */
record DueMonth(YearMonth month, List<List<@Nullable Day>> weeks) {

    /** The month of that day and the next, with the open cases of which something is due in them. */
    static List<DueMonth> from(LocalDate today, List<UnitCase> cases, WorkingDays days) {
        Map<LocalDate, Long> due = cases.stream()
                .filter(one -> one.standing().isOpen())
                .collect(Collectors.groupingBy(UnitCase::nextDueOn, Collectors.counting()));
        YearMonth month = YearMonth.from(today);
        return Stream.of(month, month.plusMonths(1))
                .map(one -> of(one, day -> new Day(day, days.isWorked(day), due.getOrDefault(day, 0L))))
                .toList();
    }

    private static DueMonth of(YearMonth month, Function<LocalDate, Day> read) {
        List<List<@Nullable Day>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1);
        monday = monday.minusDays(monday.getDayOfWeek().getValue() - 1L);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusDays(7)) {
            List<@Nullable Day> week = new ArrayList<>();
            for (int at = 0; at < 7; at++) {
                LocalDate day = monday.plusDays(at);
                week.add(YearMonth.from(day).equals(month) ? read.apply(day) : null);
            }
            weeks.add(week);
        }
        return new DueMonth(month, weeks);
    }

    /** Whether that day lies in the month. */
    boolean holds(LocalDate day) {
        return YearMonth.from(day).equals(month);
    }

    /**
     * @param day the day
     * @param worked whether people work
     * @param due of how many cases something is due
     */
    record Day(LocalDate day, boolean worked, long due) {}
}
