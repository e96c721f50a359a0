package vn.giaoviec.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a reading is about: the days from one to another, or the state on a day.
 *
 * @param from first day of the period (số liệu trong kỳ), or null for the state on a day (số liệu tại thời điểm)
 * @param asOf last day of the period, or that day
 */
public record ReadingPeriod(@Nullable LocalDate from, LocalDate asOf) {
    /** Which of the two it is. */
    public Calculation calculation() {
        return from == null ? Calculation.STOCK : Calculation.FLOW;
    }

    /** The same for the same period only. */
    public String key() {
        return from == null ? asOf.toString() : from + "/" + asOf;
    }

    /** How a figure is counted; each has a message {@code calculation.<name>}. */
    public enum Calculation {
        /** Over a period. */
        FLOW,
        /** As of a day. */
        STOCK
    }
}
