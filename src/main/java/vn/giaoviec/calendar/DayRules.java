package vn.giaoviec.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What can be said of a proposed day by itself, whether it is typed or stands in a file. */
final class DayRules {
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;
    static final int LONGEST_NOTE = 200;
    /** Counting looks two weeks and more beyond; longer runs of days off are mistakes. */
    private static final int LONGEST_REST = 21;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private DayRules() {}

    static String written(LocalDate day) {
        return DAY.format(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Why the day cannot be so, as the last part of a message key; empty if it can. */
    static Optional<String> wrong(CalendarDay day) {
        if (day.day().getYear() < FIRST_YEAR || day.day().getYear() > LAST_YEAR) {
            return Optional.of("year");
        }
        if (day.kind() == CalendarDay.Kind.WORK && !isWeekend(day.day())) {
            return Optional.of("alreadyWorked");
        }
        return day.note().length() > LONGEST_NOTE ? Optional.of("noteTooLong") : Optional.empty();
    }

    /** The first day of a run of days off that is too long to be true, near one of those days. */
    static Optional<LocalDate> tooLongRest(WorkingDays days, Collection<CalendarDay> near) {
        WorkingDays known = days.known();
        Set<LocalDate> looked = new HashSet<>();
        for (CalendarDay one : near) {
            LocalDate first = one.day();
            if (known.isWorked(first) || looked.contains(first)) {
                continue;
            }
            while (!known.isWorked(first.minusDays(1))) {
                first = first.minusDays(1);
            }
            LocalDate last = first;
            while (!known.isWorked(last)) {
                looked.add(last);
                last = last.plusDays(1);
            }
            if (first.plusDays(LONGEST_REST).isBefore(last)) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }
}
