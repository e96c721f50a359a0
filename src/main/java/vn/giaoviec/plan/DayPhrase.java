package vn.giaoviec.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.plan.Deadline.Doubt;
import vn.giaoviec.plan.Deadline.Kind;

/**
 * A day or a period of a year that a text begins with: “trước 30/6”, “Quý III/2024”, “6 tháng đầu năm”.
 *
 * @param kind how it is written
 * @param first its first day
 * @param last its last day
 * @param rest what follows it
 * @param doubts what was assumed to read it
 */
record DayPhrase(Kind kind, LocalDate first, LocalDate last, String rest, Set<Doubt> doubts) {
    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:trong|hoàn thành|xong|chậm nhất|muộn nhất|là|vào|đến hết|hết|đến|giai đoạn|cuối(?= quý| tháng)) ");
    private static final Pattern BEFORE = Pattern.compile("^trước ");
    private static final Map<String, Integer> QUARTERS =
            Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4, "1", 1, "2", 2, "3", 3, "4", 4);
    private static final Map<String, Integer> MONTHS =
            Map.of("ba", 3, "3", 3, "03", 3, "sáu", 6, "6", 6, "06", 6, "chín", 9, "9", 9, "09", 9);
    private static final Map<Pattern, Function<Reading, DayPhrase>> FORMS = forms();

    /**
     * Reads the beginning of a text; null if there is no day or period, or no such day.
     *
     * @param text in small letters
     * @param year the year, if none is written
     */
    static @Nullable DayPhrase read(String text, int year) {
        String from = text;
        for (Matcher lead = LEAD_IN.matcher(from); lead.find(); lead = LEAD_IN.matcher(from)) {
            from = from.substring(lead.end());
        }
        boolean before = BEFORE.matcher(from).find();
        if (before) {
            from = from.substring("trước ".length());
        }
        for (Map.Entry<Pattern, Function<Reading, DayPhrase>> form : FORMS.entrySet()) {
            Matcher found = form.getKey().matcher(from);
            if (found.find()) {
                try {
                    DayPhrase read = form.getValue()
                            .apply(new Reading(found, year, EnumSet.noneOf(Doubt.class)))
                            .followedBy(from.substring(found.end()));
                    return before ? read.strictlyBefore() : read;
                } catch (DateTimeException noSuchDay) {
                    return null;
                }
            }
        }
        return null;
    }

    /** A day that stands for itself, whatever its words. */
    static DayPhrase of(LocalDate day) {
        return new DayPhrase(Kind.DATE, day, day, "", Set.of());
    }

    private DayPhrase strictlyBefore() {
        Set<Doubt> all = EnumSet.of(Doubt.STRICTLY_BEFORE);
        all.addAll(doubts);
        LocalDate day = first.minusDays(1);
        return new DayPhrase(kind, day, day, rest, all);
    }

    private DayPhrase followedBy(String words) {
        return new DayPhrase(kind, first, last, words.replaceFirst("^[\\s,.;:()-]+", ""), doubts);
    }

    private static Map<Pattern, Function<Reading, DayPhrase>> forms() {
        // the order matters: "15/6/2024" is no "15/6", and "12/2025" is a month
        Map<Pattern, Function<Reading, DayPhrase>> forms = new LinkedHashMap<>();
        forms.put(Form.DAY, found -> found.day(found.number(4), found.number(3), found.number(1)));
        forms.put(Form.MONTH_OF_YEAR, found -> found.months(Kind.MONTH, found.number(2), found.number(1), 1));
        forms.put(Form.DAY_OF_MONTH, found -> found.day(found.assumed(), found.number(2), found.number(1)));
        forms.put(Form.MONTH, found -> found.months(Kind.MONTH, found.yearOf(2), found.number(1), 1));
        forms.put(Form.QUARTER, found -> found.months(Kind.QUARTER, found.yearOf(2), found.in(QUARTERS) * 3 - 2, 3));
        forms.put(Form.PART, found -> found.months(Kind.PART_OF_YEAR, found.yearOf(2), 1, found.in(MONTHS)));
        forms.put(
                Form.LAST_PART,
                found -> found.months(Kind.PART_OF_YEAR, found.yearOf(2), 13 - found.in(MONTHS), found.in(MONTHS)));
        forms.put(Form.END_OF_YEAR, found -> found.months(Kind.YEAR, found.yearOf(1), 1, 12));
        forms.put(Form.THIS_YEAR, found -> found.months(Kind.YEAR, found.assumed(), 1, 12));
        forms.put(Form.YEAR, found -> found.months(Kind.YEAR, found.number(1), 1, 12));
        return forms;
    }

    /** What was found in a text, and what had to be assumed about it. */
    private record Reading(Matcher found, int year, Set<Doubt> doubts) {
        int number(int group) {
            return Integer.parseInt(found.group(group));
        }

        /** What the first group stands for. */
        int in(Map<String, Integer> numbers) {
            return numbers.getOrDefault(found.group(1), 0);
        }

        int yearOf(int group) {
            return found.group(group) == null ? assumed() : number(group);
        }

        int assumed() {
            doubts.add(Doubt.YEAR_ASSUMED);
            return year;
        }

        DayPhrase day(int ofYear, int month, int day) {
            LocalDate date = LocalDate.of(ofYear, month, day);
            return new DayPhrase(Kind.DATE, date, date, "", doubts);
        }

        DayPhrase months(Kind kind, int ofYear, int begin, int months) {
            YearMonth first = YearMonth.of(ofYear, begin);
            return new DayPhrase(
                    kind, first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth(), "", doubts);
        }
    }

    /** How days and periods are written. */
    private static final class Form {
        private static final String YEAR_AFTER = "(?:(?: ?[/.,–-] ?(?:năm )?| ?năm )?(20\\d\\d))?(?![\\p{L}\\d])";
        static final Pattern DAY = Pattern.compile("^(?:ngày )?(\\d{1,2})([/.-])(\\d{1,2})\\2(20\\d\\d)(?!\\d)");
        static final Pattern MONTH_OF_YEAR = Pattern.compile("^(?:tháng )?(\\d{1,2})[/.-](20\\d\\d)(?!\\d)");
        static final Pattern DAY_OF_MONTH = Pattern.compile("^(?:ngày )?(\\d{1,2})[/.](\\d{1,2})(?![\\d/.])");
        static final Pattern MONTH = Pattern.compile("^tháng (\\d{1,2})" + YEAR_AFTER);
        static final Pattern QUARTER = Pattern.compile("^quý 0?(iv|i{1,3}|[1-4])" + YEAR_AFTER);
        static final Pattern PART =
                Pattern.compile("^(ba|sáu|chín|0?[369]) tháng đầu(?: của)? năm(?: (20\\d\\d))?(?!\\d)");
        static final Pattern LAST_PART =
                Pattern.compile("^(ba|sáu|chín|0?[369]) tháng cuối(?: của)? năm(?: (20\\d\\d))?(?!\\d)");
        static final Pattern END_OF_YEAR = Pattern.compile("^(?:cuối|cả|trọn) năm(?: (20\\d\\d))?(?!\\d)");
        static final Pattern THIS_YEAR = Pattern.compile("^năm(?: nay)?$");
        static final Pattern YEAR = Pattern.compile("^(?:năm )?(20\\d\\d)(?![\\d/.])");

        private Form() {}
    }
}
