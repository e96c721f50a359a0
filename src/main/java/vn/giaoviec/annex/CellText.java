package vn.giaoviec.annex;

import java.util.regex.Pattern;
import vn.giaoviec.sheet.Cell;

/** A cell as an annex means it. */
final class CellText {
    /** A date whose format shows no day names a month. */
    private static final Pattern MONTH_SHOWN = Pattern.compile("\\d{1,2}[/.-]\\d{2,4}|[A-Za-z]{3,9}[ -/]\\d{2,4}");

    private CellText() {}

    /** The words of a cell; a date as officials write it. */
    static String of(Cell cell) {
        if (cell.date() == null) {
            return cell.shown().strip();
        }
        return MONTH_SHOWN.matcher(cell.shown()).matches()
                ? "%1$tm/%1$tY".formatted(cell.date())
                : "%1$td/%1$tm/%1$tY".formatted(cell.date());
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
