package vn.giaoviec.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell as a person sees it.
 *
 * @param kind what is in it
 * @param text the content as words, without outer blanks; empty where there is none. A number is written plainly
 * @param date the day, if the cell is a date
 * @param number the number, if it is one
 */
public record Cell(
        Kind kind,
        String text,
        @Nullable LocalDate date,
        @Nullable BigDecimal number) {
    static final Cell EMPTY = new Cell(Kind.EMPTY, "", null, null);
    static final Cell BROKEN = new Cell(Kind.BROKEN, "", null, null);

    static Cell text(String words) {
        return words.isEmpty() ? EMPTY : new Cell(Kind.TEXT, words, null, null);
    }

    static Cell date(LocalDate day) {
        return new Cell(Kind.DATE, day.toString(), day, null);
    }

    static Cell number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return new Cell(Kind.NUMBER, plain.toPlainString(), null, plain);
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
