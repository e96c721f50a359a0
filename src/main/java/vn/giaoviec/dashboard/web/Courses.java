package vn.giaoviec.dashboard.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.CourseQuery.Evening;

/**
 * The course of a plan's year. How its cases stood at the end of a month that is over changes no more, so it is counted once
 * by each node and kept.
 */
@Component
class Courses {
    /** Whatever began to be written before a day ended is committed by then. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final CourseQuery query;
    private final BusinessClock clock;
    private final Map<MonthEnd, Counted> counted = new ConcurrentHashMap<>();

    Courses(CourseQuery query, BusinessClock clock) {
        this.query = query;
        this.clock = clock;
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
        List<Evening> evenings = new ArrayList<>();
        List<LocalDate> missing = new ArrayList<>();
        for (LocalDate day : days) {
            if (day.equals(asOf)) {
                evenings.addAll(evenings(day, tallies));
            } else if (day.isBefore(asOf)) {
                Counted known = counted.get(new MonthEnd(year, day));
                if (known != null && !known.at.isAfter(clock.instant())) {
                    evenings.addAll(known.evenings);
                } else {
                    missing.add(day);
                }
            }
        }
        if (!missing.isEmpty()) {
            evenings.addAll(count(year, missing));
        }
        return new Course(days, evenings, tallies.planned());
    }

    private List<Evening> count(int year, List<LocalDate> days) {
        Instant now = clock.instant();
        List<Evening> evenings = query.evenings(year, days);
        Map<LocalDate, List<Evening>> byDay = new HashMap<>();
        days.forEach(day -> byDay.put(day, new ArrayList<>()));
        evenings.forEach(evening -> byDay.getOrDefault(evening.day(), List.of()).add(evening));
        byDay.forEach((day, ofDay) -> {
            if (now.isAfter(CaseListQuery.endOf(day).plus(SETTLED))) {
                counted.put(new MonthEnd(year, day), new Counted(now, List.copyOf(ofDay)));
            }
        });
        return evenings;
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

    private record MonthEnd(int year, LocalDate day) {}

    /**
     * @param at when it was counted; tests may turn back time, and then it is not known any more
     * @param evenings what was counted
     */
    private record Counted(Instant at, List<Evening> evenings) {}

    /**
     * @param days the steps of the year, the oldest first
     * @param evenings the figures of each unit at the end of those that are told
     * @param planned the cases of the total by when they were due when they were issued
     */
    record Course(List<LocalDate> days, List<Evening> evenings, NavigableMap<LocalDate, Integer> planned) {}
}
