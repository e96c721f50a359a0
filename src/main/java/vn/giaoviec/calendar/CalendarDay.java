package vn.giaoviec.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of the working calendar.
 *
 * @param day the day
 * @param kind whether it is a day off, is worked to make up for one, or is as in a plain week
 * @param note what is celebrated, or for which day it makes up; may be empty
 * @param official announced by the government; false if it is only expected
 */
public record CalendarDay(LocalDate day, Kind kind, String note, boolean official) {
    /** A day like any other of its week. */
    public static CalendarDay plain(LocalDate day) {
        return new CalendarDay(day, Kind.PLAIN, "", true);
    }

    /** Whether it is worked, or null where the plain week rules. */
    @Nullable Boolean worked() {
        return kind == Kind.PLAIN ? null : kind == Kind.WORK;
    }

    /** In what way a day differs from the plain Monday-to-Friday week. */
    public enum Kind {
        OFF,
        WORK,
        PLAIN
    }
}
