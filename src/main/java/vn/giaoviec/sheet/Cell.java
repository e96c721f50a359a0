package vn.giaoviec.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell as a person sees it.
 *
 * @param kind what is in it
 * @param text the content as words, without outer blanks; empty where there is none. A number is written plainly, a date
 *     as ISO writes it
 * @param shown what stands on the screen: a number or date in its format, so that {@code 13.0} is no {@code 13}; else the
 *     text
 * @param date the day, if the cell is a date
 * @param number the number, if it is one
 * @param cut whether more stands there than is told here: the rest of a table within the cell
 */
public record Cell(
        Kind kind,
        String text,
        String shown,
        @Nullable LocalDate date,
        @Nullable BigDecimal number,
        boolean cut) {
    static final Cell EMPTY = new Cell(Kind.EMPTY, "", "", null, null, false);
    static final Cell BROKEN = new Cell(Kind.BROKEN, "", "", null, null, false);

    static Cell text(String words) {
        return words.isEmpty() ? EMPTY : new Cell(Kind.TEXT, words, words, null, null, false);
    }

    static Cell date(LocalDate day, String shown) {
        return new Cell(Kind.DATE, day.toString(), shown, day, null, false);
    }

    static Cell number(BigDecimal number, String shown) {
        BigDecimal plain = number.stripTrailingZeros();
        return new Cell(Kind.NUMBER, plain.toPlainString(), shown, null, plain, false);
    }

    /** The same, of a place where more stands. */
    Cell cutShort() {
        return new Cell(kind, text, shown, date, number, true);
    }

    /** What a cell holds. A formula holds what it came to when the file was saved. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE,
        /** A formula that came to an error, or was never computed. */
        BROKEN
    }
}
