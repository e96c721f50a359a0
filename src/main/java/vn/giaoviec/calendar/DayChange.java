package vn.giaoviec.calendar;

/**
 * A day of the working calendar that becomes another.
 *
 * @param from as it was
 * @param to as it becomes; the same day
 */
public record DayChange(CalendarDay from, CalendarDay to) {}
