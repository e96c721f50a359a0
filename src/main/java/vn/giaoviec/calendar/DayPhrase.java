package vn.giaoviec.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.CalendarDay.Kind;

/** Reads what people write into a list of days; marks over and under letters may be missing. */
final class DayPhrase {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Map<Column, Set<String>> HEADERS = Map.of(
            Column.DAY, Set.of("ngay", "ngay thang", "date", "day"),
            Column.KIND, Set.of("loai", "loai ngay", "kind", "type"),
            Column.NOTE, Set.of("ghi chu", "ly do", "noi dung", "ten ngay", "note", "notes", "name"),
            Column.OFFICIAL, Set.of("chinh thuc", "official"));
    private static final Set<String> OFF =
            Set.of("nghi", "ngay nghi", "nghi le", "nghi bu", "nghi hoan doi", "off", "day off", "holiday");
    private static final Set<String> WORK =
            Set.of("lam bu", "ngay lam bu", "di lam bu", "lam viec", "work", "make-up", "make-up day", "working");
    private static final Set<String> YES = Set.of("", "co", "x", "chinh thuc", "yes", "true", "1", "official");
    private static final Set<String> NO =
            Set.of("khong", "du kien", "no", "false", "0", "expected", "provisional", "not official");

    private DayPhrase() {}

    static @Nullable Column column(String words) {
        String plain = plain(words);
        return HEADERS.entrySet().stream()
                .filter(header -> header.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    static Optional<Kind> kind(String words) {
        String plain = plain(words);
        if (OFF.contains(plain)) {
            return Optional.of(Kind.OFF);
        }
        return WORK.contains(plain) ? Optional.of(Kind.WORK) : Optional.empty();
    }

    /** Nothing written means yes: what is only expected is the exception, and says so. */
    static Optional<Boolean> official(String words) {
        String plain = plain(words);
        if (YES.contains(plain)) {
            return Optional.of(true);
        }
        return NO.contains(plain) ? Optional.of(false) : Optional.empty();
    }

    /** A day of the calendar, written in full. */
    static Optional<LocalDate> day(String words) {
        Matcher iso = ISO.matcher(words.strip());
        Matcher written = WRITTEN.matcher(words.strip());
        try {
            if (iso.matches()) {
                return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
            return written.matches()
                    ? Optional.of(LocalDate.of(number(written, 3), number(written, 2), number(written, 1)))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    static String oneLine(String words) {
        return words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String plain(String words) {
        return Normalizer.normalize(oneLine(words).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('\u0111', 'd')
                .replaceAll("[.:*]+$", "")
                .strip();
    }

    /** What stands in a column of a list of days. */
    enum Column {
        DAY,
        KIND,
        NOTE,
        OFFICIAL
    }
}
