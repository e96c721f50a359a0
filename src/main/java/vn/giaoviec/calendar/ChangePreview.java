package vn.giaoviec.calendar;

import java.util.List;

/**
 * What a change of the calendar would do.
 *
 * @param changes the days that change, in order
 * @param hints what a person should look at before agreeing
 * @param moved what moves with the days
 * @param seen stands for all of this and for the calendar it was computed from: whoever applies the change hands it back
 */
public record ChangePreview(List<DayChange> changes, List<Hint> hints, List<Moved> moved, String seen) {
    /**
     * @param key message key, {@code calendarHint.…}
     * @param args arguments of the message
     */
    public record Hint(String key, List<Object> args) {
        static Hint of(String key, Object... args) {
            return new Hint(key, List.of(args));
        }
    }
}
