package vn.giaoviec.calendar;

import java.time.LocalDate;
import vn.giaoviec.shared.Text;

/**
 * A date that moves with the calendar.
 *
 * @param kind message key of what sort of date it is, {@code moved.…}
 * @param what names the case it belongs to, or the assignment of a plan that is not issued yet
 * @param title what that is about, in the plan's words
 * @param from where it stands
 * @param to where it will stand
 * @param workingDays by how many working days; less than zero if it comes earlier
 */
public record Moved(String kind, String what, Text title, LocalDate from, LocalDate to, int workingDays) {
    /** Counts the working days by the calendar in which there are more of them: one lies between a day off and its eve. */
    public static Moved of(
            String kind, String what, Text title, LocalDate from, LocalDate to, WorkingDays before, WorkingDays after) {
        LocalDate first = from.isBefore(to) ? from : to;
        LocalDate last = from.isBefore(to) ? to : from;
        int days = Math.max(before.between(first, last), after.between(first, last));
        return new Moved(kind, what, title, from, to, from.isBefore(to) ? days : -days);
    }
}
