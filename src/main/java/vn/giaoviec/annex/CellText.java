package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.giaoviec.sheet.Cell;

/** A cell as an annex means it. */
final class CellText {
    private static final Pattern WORD_AND_YEAR = Pattern.compile("[A-Za-z]{3,9}[ -/]\\d{2,4}");
    private static final Pattern TWO_NUMBERS = Pattern.compile("(\\d{1,2})[/.-](\\d{2,4})");

    private CellText() {}

    /** The words of a cell; a date as officials write it. */
    static String of(Cell cell) {
        if (cell.date() == null) {
            return cell.shown().strip();
        }
        return showsMonth(cell.shown(), cell.date())
                ? "%1$tm/%1$tY".formatted(cell.date())
                : "%1$td/%1$tm/%1$tY".formatted(cell.date());
    }

    /** A date whose format shows no day names a month; “03/05” for the third of May does show one. */
    private static boolean showsMonth(String shown, LocalDate day) {
        Matcher two = TWO_NUMBERS.matcher(shown);
        return WORD_AND_YEAR.matcher(shown).matches()
                || (two.matches()
                        && Integer.parseInt(two.group(1)) == day.getMonthValue()
                        && Integer.parseInt(two.group(2)) % 100 == day.getYear() % 100);
    }

    /** Without the lines that are a person's name. */
    static String withoutNames(String text) {
        StringBuilder kept = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            kept.append(kept.isEmpty() ? "" : "\n")
                    .append(PersonPhrase.isName(line.strip()) ? PersonPhrase.GONE : line);
        }
        return kept.toString();
    }
}
