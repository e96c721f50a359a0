package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.sheet.Cell;

/**
 * Which days of a column may have day and month the wrong way round. Of two kinds there are reasons to doubt: days typed as
 * words where others in the column surely have the month first; and cells that a spreadsheet keeps as a date, since one that
 * is set to American dates makes the third of May of “05/03”, and leaves “15/03” as the words they are. A day that reads the
 * same both ways, or only one way, is never doubted, and no day without a reason of its column, its format or its plan.
 */
final class DayOrMonth {
    private static final int MONTHS = 12;
    private static final Pattern WRITTEN_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](20\\d\\d)");
    /** What a spreadsheet makes a date of wherever it can. */
    private static final Pattern LEFT_AS_WORDS = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(?:20)?\\d\\d");

    private static final Pattern SHOWN = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](?:\\d\\d)?\\d\\d");

    private final Set<String> words = new HashSet<>();
    private final Map<String, Doubt> dates = new HashMap<>();

    private DayOrMonth() {}

    /**
     * Looks at the deadlines of a table.
     *
     * @param from no deadline of the plan lies before it
     * @param to the last day of the plan
     */
    static DayOrMonth in(List<Item> items, LocalDate from, LocalDate to) {
        DayOrMonth found = new DayOrMonth();
        boolean monthFirst = found.lookAtWords(items);
        boolean beside = monthFirst || dayFirstLeftAsWords(items);
        for (Item item : items) {
            Cell cell = item.date(AnnexColumn.DEADLINE);
            LocalDate day = cell == null ? null : cell.date();
            if (day != null && day.getDayOfMonth() <= MONTHS && day.getDayOfMonth() != day.getMonthValue()) {
                LocalDate swapped = LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
                boolean onlySwapped = !within(day, from, to) && within(swapped, from, to);
                String reason = showsMonthFirst(Objects.requireNonNull(cell).shown(), day)
                        ? "annexWarning.swappedShown"
                        : beside ? "annexWarning.swappedBeside" : onlySwapped ? "annexWarning.swappedOutside" : "";
                if (!reason.isEmpty()) {
                    found.dates.put(written(day), new Doubt(reason, written(swapped)));
                }
            }
        }
        return found;
    }

    /** Notes what may be either way, and tells whether anything surely has the month first. */
    private boolean lookAtWords(List<Item> items) {
        boolean surely = false;
        for (Item item : items) {
            if (item.date(AnnexColumn.DEADLINE) != null) {
                continue;
            }
            Matcher day = WRITTEN_DAY.matcher(item.own(AnnexColumn.DEADLINE));
            while (day.find()) {
                int first = Integer.parseInt(day.group(1));
                int second = Integer.parseInt(day.group(2));
                surely |= first <= MONTHS && second > MONTHS && second <= 31;
                if (first <= MONTHS && second <= MONTHS && first != second) {
                    words.add(item.own(AnnexColumn.DEADLINE));
                }
            }
        }
        if (!surely) {
            words.clear();
        }
        return surely;
    }

    /** Days beyond the twelfth were left as words, and there is none among the dates: the spreadsheet took days for months. */
    private static boolean dayFirstLeftAsWords(List<Item> items) {
        boolean left = false;
        for (Item item : items) {
            Cell cell = item.date(AnnexColumn.DEADLINE);
            if (cell != null && cell.date() != null && cell.date().getDayOfMonth() > MONTHS) {
                return false;
            }
            Matcher day = LEFT_AS_WORDS.matcher(item.own(AnnexColumn.DEADLINE));
            left |= cell == null
                    && day.matches()
                    && Integer.parseInt(day.group(1)) > MONTHS
                    && Integer.parseInt(day.group(3)) <= MONTHS;
        }
        return left;
    }

    private static boolean showsMonthFirst(String shown, LocalDate day) {
        Matcher parts = SHOWN.matcher(shown);
        return parts.matches()
                && Integer.parseInt(parts.group(1)) == day.getMonthValue()
                && Integer.parseInt(parts.group(2)) == day.getDayOfMonth();
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static String written(LocalDate day) {
        return "%1$td/%1$tm/%1$tY".formatted(day);
    }

    /**
     * Why what is said of a row's deadline may be another day, or null.
     *
     * @param raw what is said: by its own cell, or one it shares or takes over
     */
    @Nullable Doubt doubt(Item item, String raw) {
        boolean typed = item.date(AnnexColumn.DEADLINE) == null
                && item.own(AnnexColumn.DEADLINE).equals(raw);
        if (typed || !dates.containsKey(raw)) {
            return words.contains(raw) && item.date(AnnexColumn.DEADLINE) == null
                    ? new Doubt("annexWarning.dayOrMonth", "")
                    : null;
        }
        return dates.get(raw);
    }

    /**
     * @param key the warning that says why
     * @param swapped the other day it may be, as officials write it
     */
    record Doubt(String key, String swapped) {}
}
