package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.WorkingDays;

/**
 * What is due in a month, as a wall calendar shows it: weeks from Monday to Sunday.
 *
 * @param month which
 * @param weeks its weeks, seven places each; places outside of the month are null
 */
record DueMonth(YearMonth month, List<List<@Nullable Day>> weeks) {

    /** Some months, with the number of open cases of which something is due on their days; none where a day is missing. */
    static List<DueMonth> of(List<YearMonth> months, Map<LocalDate, Integer> due, WorkingDays days) {
        return months.stream()
                .map(month -> of(month, day -> new Day(day, days.isWorked(day), due.getOrDefault(day, 0))))
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

    /**
     * @param day the day
     * @param worked whether people work
     * @param due of how many cases something is due
     */
    record Day(LocalDate day, boolean worked, int due) {}
}
