package vn.giaoviec.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.CalendarDay;
import vn.giaoviec.shared.Refusal;

/** The form for one day, and for the other day where two are swapped. */
final class TypedDays {
    private static final List<String> FIELDS =
            List.of("year", "day", "kind", "note", "otherDay", "otherKind", "otherNote", "provisional", "whole");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private TypedDays() {}

    /** What was typed, as it was typed, and nothing else that was sent. */
    static Map<String, String> fields(Map<String, String> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELDS.forEach(field -> {
            String typed = sent.get(field);
            if (typed != null && !typed.isEmpty()) {
                fields.put(field, typed);
            }
        });
        return fields;
    }

    static List<CalendarDay> read(Map<String, String> typed) {
        boolean official = !typed.containsKey("provisional");
        List<CalendarDay> days = new ArrayList<>();
        days.add(day(typed.getOrDefault("day", ""), typed.get("kind"), typed.get("note"), official));
        String other = typed.getOrDefault("otherDay", "");
        if (!other.isBlank()) {
            days.add(day(other, typed.get("otherKind"), typed.get("otherNote"), official));
        }
        return days;
    }

    private static CalendarDay day(String day, @Nullable String kind, @Nullable String note, boolean official) {
        if (day.isBlank()) {
            throw new Refusal("refusal.calendarDayMissing");
        }
        try {
            LocalDate date = LocalDate.parse(day.strip());
            CalendarDay.Kind read = CalendarDay.Kind.valueOf(kind == null ? "" : kind);
            return read == CalendarDay.Kind.PLAIN
                    ? CalendarDay.plain(date)
                    : new CalendarDay(
                            date,
                            read,
                            note == null ? "" : note.replaceAll("\\s+", " ").strip(),
                            official);
        } catch (DateTimeException noDay) {
            throw new Refusal("refusal.calendarNotADay", day);
        } catch (IllegalArgumentException noKind) {
            throw new Refusal("refusal.calendarKind");
        }
    }

    /** The year to look at; whatever is no year is the present one. */
    static int year(@Nullable String typed, int present) {
        try {
            int year = typed == null ? present : Integer.parseInt(typed.strip());
            return year < FIRST_YEAR || year > LAST_YEAR ? present : year;
        } catch (NumberFormatException noYear) {
            return present;
        }
    }

    static int yearToImport(String typed) {
        int year = year(typed, 0);
        if (year == 0) {
            throw new Refusal("refusal.calendarYear", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
        return year;
    }
}
