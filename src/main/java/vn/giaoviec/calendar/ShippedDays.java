package vn.giaoviec.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that a new database begins with, read from the scripts that put them there: they are written down once. */
final class ShippedDays {
    private static final List<String> SCRIPTS =
            List.of("/db/migration/V0002__calendar.sql", "/db/migration/V0023__deadlines.sql");
    private static final Pattern DAY = Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', (true|false), '");

    private ShippedDays() {}

    /** Days that differ from the plain week, mapped to whether they are worked. */
    static Map<LocalDate, Boolean> read() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (String script : SCRIPTS) {
            try (InputStream file = Objects.requireNonNull(ShippedDays.class.getResourceAsStream(script), script)) {
                Matcher day = DAY.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
                while (day.find()) {
                    days.put(LocalDate.parse(day.group(1)), Boolean.valueOf(day.group(2)));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return days;
    }
}
