package vn.giaoviec.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Vietnamese working days: Monday to Friday, less the days off and plus the make-up Saturdays that the government
 * announces each year (for 2024: letters 8662/VPCP-KGVX and 2450/VPCP-KGVX). The days are data.
 */
@Component
public class WorkingDays {
    private final Exceptions exceptions;

    @Autowired
    WorkingDays(CalendarDayTable table) {
        this(table::between);
    }

    private WorkingDays(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    /**
     * Working days by a list that is known beforehand.
     *
     * @param days days that differ from the plain week, and whether they are worked
     */
    public static WorkingDays by(Map<LocalDate, Boolean> days) {
        return new WorkingDays((from, to) -> days);
    }

    /** The days this version ships, as a new database has them: for who asks without a database. */
    public static WorkingDays shipped() {
        return by(ShippedDays.read());
    }

    /**
     * The day that lies a number of working days after a day; the day itself does not count.
     *
     * @param from any day
     * @param days number of working days, zero or more
     */
    public LocalDate after(LocalDate from, int days) {
        // no announced run of days off is longer than two weeks, so this span surely holds enough working days
        Map<LocalDate, Boolean> announced = exceptions.between(from, from.plusDays(days * 2L + 30));
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (announced.getOrDefault(day, isWeekday(day))) {
                left--;
            }
        }
        return day;
    }

    /** The same days, read once: for work that asks for many of them. */
    public WorkingDays known() {
        return by(exceptions.between(LocalDate.of(1900, 1, 1), LocalDate.of(2999, 12, 31)));
    }

    /** The working day that lies a number of working days before a day; 0 is the day itself, worked or not. */
    public LocalDate before(LocalDate from, int days) {
        Map<LocalDate, Boolean> announced = exceptions.between(from.minusDays(days * 2L + 30), from);
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (announced.getOrDefault(day, isWeekday(day))) {
                left--;
            }
        }
        return day;
    }

    /** How many working days lie after a day, up to and with another; 0 if that is not later. */
    public int between(LocalDate from, LocalDate to) {
        Map<LocalDate, Boolean> announced = exceptions.between(from, to);
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(day -> announced.getOrDefault(day, isWeekday(day)))
                .count();
    }

    /** Whether people work on that day. */
    public boolean isWorked(LocalDate day) {
        return exceptions.between(day, day).getOrDefault(day, isWeekday(day));
    }

    /** The day itself if it is worked, else the next working day. */
    public LocalDate onOrAfter(LocalDate earliest) {
        return isWorked(earliest) ? earliest : after(earliest, 1);
    }

    /** The same days, but for these: whether each is worked, or null for “as in a plain week”. */
    public WorkingDays with(Map<LocalDate, @Nullable Boolean> changes) {
        Map<LocalDate, Boolean> days =
                new HashMap<>(exceptions.between(LocalDate.of(1900, 1, 1), LocalDate.of(2999, 12, 31)));
        changes.forEach((day, worked) -> {
            if (worked == null) {
                days.remove(day);
            } else {
                days.put(day, worked);
            }
        });
        return by(days);
    }

    /** The day itself if it is worked, else the last working day before it: so a deadline on a day off is met. */
    public LocalDate onOrBefore(LocalDate latest) {
        Map<LocalDate, Boolean> announced = exceptions.between(latest.minusDays(30), latest);
        LocalDate day = latest;
        while (!announced.getOrDefault(day, isWeekday(day))) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Where the announced days come from. */
    private interface Exceptions {
        Map<LocalDate, Boolean> between(LocalDate from, LocalDate to);
    }
}
