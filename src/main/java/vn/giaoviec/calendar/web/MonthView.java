package vn.giaoviec.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.CalendarDay;

/**
 * A month as a wall calendar shows it: weeks from Monday to Sunday.
 *
 * @param month which
 * @param weeks its weeks, seven places each; places outside of the month are null
 * @param worked how many of its days are worked
 */
record MonthView(YearMonth month, List<List<@Nullable Place>> weeks, int worked) {
    static List<MonthView> of(int year, List<CalendarDay> days) {
        Map<LocalDate, CalendarDay> special =
                days.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> of(YearMonth.of(year, month), special))
                .toList();
    }

    private static MonthView of(YearMonth month, Map<LocalDate, CalendarDay> special) {
        List<List<@Nullable Place>> weeks = new ArrayList<>();
        int worked = 0;
        LocalDate monday = month.atDay(1);
        monday = monday.minusDays(monday.getDayOfWeek().getValue() - 1L);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusDays(7)) {
            List<@Nullable Place> week = new ArrayList<>();
            for (int day = 0; day < 7; day++) {
                LocalDate date = monday.plusDays(day);
                Place place = YearMonth.from(date).equals(month) ? Place.of(date, special.get(date)) : null;
                week.add(place);
                worked += place != null && place.worked ? 1 : 0;
            }
            weeks.add(week);
        }
        return new MonthView(month, weeks, worked);
    }

    /**
     * @param day the day
     * @param special what the calendar says of it, or null if it is like any other of its week
     * @param worked whether people work
     */
    record Place(LocalDate day, @Nullable CalendarDay special, boolean worked) {
        static Place of(LocalDate day, @Nullable CalendarDay special) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            return new Place(day, special, special == null ? !weekend : special.kind() == CalendarDay.Kind.WORK);
        }
    }
}
