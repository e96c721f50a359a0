package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.CourseQuery.Evening;

/** The course of a plan's year, month by month. */
@Component
class Courses {
    private final CourseQuery query;
    private final PastDays<List<Evening>> monthEnds;

    Courses(CourseQuery query, BusinessClock clock) {
        this.query = query;
        this.monthEnds = new PastDays<>(clock);
    }

    /** The last day of each month of a year, and the day that is asked for unless the year has not begun by then. */
    static List<LocalDate> days(int year, LocalDate asOf) {
        Stream<LocalDate> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month).atEndOfMonth());
        return Stream.concat(months, Stream.of(asOf).filter(day -> day.getYear() >= year))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The course up to the end of a day.
     *
     * @param tallies how the cases stood on that day, with what was planned
     */
    Course of(int year, LocalDate asOf, Tallies tallies) {
        List<LocalDate> days = days(year, asOf);
        List<LocalDate> before = days.stream().filter(day -> day.isBefore(asOf)).toList();
        List<Evening> evenings = new ArrayList<>();
        monthEnds.of(year, before, missing -> count(year, missing)).values().forEach(evenings::addAll);
        if (days.contains(asOf)) {
            evenings.addAll(evenings(asOf, tallies));
        }
        return new Course(days, evenings, tallies.planned());
    }

    private Map<LocalDate, List<Evening>> count(int year, List<LocalDate> days) {
        Map<LocalDate, List<Evening>> byDay = new HashMap<>();
        days.forEach(day -> byDay.put(day, new ArrayList<>()));
        query.evenings(year, days).forEach(evening -> byDay.computeIfAbsent(evening.day(), any -> new ArrayList<>())
                .add(evening));
        return byDay;
    }

    private static List<Evening> evenings(LocalDate day, Tallies tallies) {
        return tallies.ofEach(Tallies.UNIT).entrySet().stream()
                .map(unit -> new Evening(
                        day,
                        unit.getKey(),
                        unit.getValue().total(),
                        unit.getValue().done(),
                        unit.getValue().count(Standing.OPEN_LATE)))
                .collect(Collectors.toList());
    }

    /**
     * @param days the steps of the year, the oldest first
     * @param evenings the figures of each unit at the end of those that are told
     * @param planned the cases of the total by when they were due when they were issued
     */
    record Course(List<LocalDate> days, List<Evening> evenings, NavigableMap<LocalDate, Integer> planned) {}
}
