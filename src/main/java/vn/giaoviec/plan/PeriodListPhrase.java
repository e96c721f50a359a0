package vn.giaoviec.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.plan.Deadline.Milestone;

/** Months or quarters of one year in one breath: “Quý II, III/2024”, “Tháng 3 - 6”, “Quý I đến Quý IV năm 2024”. */
final class PeriodListPhrase {
    private static final String NUMBER = "(?:iv|i{1,3}|\\d{1,2})(?![\\p{L}\\d])";
    private static final String BETWEEN = " ?(?:,|;|&|\\+|và|đến|tới|[-–]) ?(?:và )?";
    private static final Pattern LIST = Pattern.compile("^(?:(?:từ|trong|các) )*(tháng|quý) (" + NUMBER + "(?:"
            + BETWEEN + "(?:\\1 )?" + NUMBER + ")+)(?: ?[/.,-] ?(?:năm )?(20\\d\\d)| (?:năm )?(20\\d\\d))?$");
    private static final Pattern ONE = Pattern.compile(NUMBER);
    private static final Pattern UNTIL = Pattern.compile("đến|tới|[-–]");
    private static final Map<String, Integer> ROMAN = Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4);

    private final List<YearMonth> beginnings;
    private final int months;
    private final boolean range;
    private final boolean yearAssumed;

    private PeriodListPhrase(List<YearMonth> beginnings, int months, boolean range, boolean yearAssumed) {
        this.beginnings = beginnings;
        this.months = months;
        this.range = range;
        this.yearAssumed = yearAssumed;
    }

    /**
     * The periods, or null if the text is no such list, or not in the order of the year.
     *
     * @param text in small letters
     * @param year the plan's year, if none is written
     */
    static @Nullable PeriodListPhrase read(String text, int year) {
        Matcher list = LIST.matcher(text);
        if (!list.matches()) {
            return null;
        }
        boolean quarters = list.group(1).equals("quý");
        String written = list.group(3) != null ? list.group(3) : list.group(4);
        List<YearMonth> beginnings = new ArrayList<>();
        int before = 0;
        for (Matcher one = ONE.matcher(list.group(2)); one.find(); ) {
            boolean roman = one.group().startsWith("i");
            int number = roman ? ROMAN.getOrDefault(one.group(), 0) : Integer.parseInt(one.group());
            if (number <= before || number > (quarters ? 4 : 12) || (roman && !quarters)) {
                return null;
            }
            before = number;
            beginnings.add(YearMonth.of(
                    written == null ? year : Integer.parseInt(written), quarters ? number * 3 - 2 : number));
        }
        return new PeriodListPhrase(
                beginnings, quarters ? 3 : 1, UNTIL.matcher(list.group(2)).find(), written == null);
    }

    boolean isRange() {
        return range;
    }

    boolean yearAssumed() {
        return yearAssumed;
    }

    LocalDate first() {
        return beginnings.get(0).atDay(1);
    }

    LocalDate last() {
        return end(beginnings.get(beginnings.size() - 1));
    }

    List<Milestone> milestones(String raw) {
        return beginnings.stream()
                .map(beginning -> new Milestone(end(beginning), raw))
                .toList();
    }

    private LocalDate end(YearMonth beginning) {
        return beginning.plusMonths(months - 1L).atEndOfMonth();
    }
}
