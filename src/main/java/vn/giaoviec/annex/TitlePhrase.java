package vn.giaoviec.annex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words above an annex say of its plan: “… năm 2024”, “ngày 23 tháng 02 năm 2024”. */
final class TitlePhrase {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ISSUED = Pattern.compile(
            "ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(20\\d\\d)|ngày\\s+(\\d{1,2})[/.-](\\d{1,2})[/.-](20\\d\\d)",
            FLAGS);
    private static final Pattern YEAR =
            Pattern.compile("(?<!tháng \\d{1,2} )năm\\s+(20\\d\\d)(?!\\s*[-–]\\s*20\\d\\d)", FLAGS);
    private static final Pattern ANY_YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

    private TitlePhrase() {}

    /** The day of issue, if one is written. */
    static Optional<LocalDate> issued(Collection<String> lines) {
        for (String line : lines) {
            Matcher day = ISSUED.matcher(line);
            if (day.find()) {
                int first = day.group(1) != null ? 1 : 4;
                try {
                    return Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(first + 2)),
                            Integer.parseInt(day.group(first + 1)),
                            Integer.parseInt(day.group(first))));
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The year of the plan, if one is written. */
    static Optional<Integer> year(Collection<String> lines) {
        for (String line : lines) {
            Matcher year = YEAR.matcher(ISSUED.matcher(line).replaceAll(" "));
            if (year.find()) {
                return Optional.of(Integer.valueOf(year.group(1)));
            }
        }
        return Optional.empty();
    }

    /** The year that most of the words name; the earlier of two. */
    static Optional<Integer> mostNamed(Collection<String> deadlines) {
        Map<Integer, Integer> times = new TreeMap<>();
        for (String deadline : deadlines) {
            Matcher year = ANY_YEAR.matcher(deadline);
            while (year.find()) {
                times.merge(Integer.valueOf(year.group(1)), 1, Integer::sum);
            }
        }
        return times.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }
}
