package vn.giaoviec.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.giaoviec.calendar.CalendarDay;
import vn.giaoviec.shared.Refusal;

/** The hidden field that carries previewed days to where they are applied: a line each. */
final class DaysField {
    private static final int PARTS = 4;

    private DaysField() {}

    static String write(List<CalendarDay> days) {
        return days.stream()
                .map(day -> day.day() + " " + day.kind() + " " + day.official() + " " + day.note())
                .collect(Collectors.joining("\n"));
    }

    static List<CalendarDay> read(String field) {
        try {
            List<CalendarDay> days = field.lines()
                    .map(line -> line.split(" ", PARTS))
                    .map(parts -> new CalendarDay(
                            LocalDate.parse(parts[0]),
                            CalendarDay.Kind.valueOf(parts[1]),
                            parts[3],
                            Boolean.parseBoolean(parts[2])))
                    .toList();
            if (!days.isEmpty()) {
                return days;
            }
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException changedOnTheWay) {
            // nobody types this field
        }
        throw new Refusal("refusal.malformedRequest");
    }

    static UUID command(String sent) {
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException changedOnTheWay) {
            throw new Refusal("refusal.malformedRequest");
        }
    }
}
