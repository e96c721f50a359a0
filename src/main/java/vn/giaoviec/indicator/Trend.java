package vn.giaoviec.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where a measured value goes, whether that is wanted or not; each has a message {@code trend.<name>}. */
public enum Trend {
    UP,
    DOWN,
    STEADY,
    /** There are no two readings to compare. */
    UNKNOWN;

    /**
     * @param latest what was measured last, or null
     * @param before what was measured before that, or null
     */
    static Trend of(@Nullable Measured latest, @Nullable Measured before) {
        if (latest == null || before == null || latest.isNothing() || before.isNothing()) {
            return UNKNOWN;
        }
        int difference = figure(latest).compareTo(figure(before));
        return difference == 0 ? STEADY : difference > 0 ? UP : DOWN;
    }

    /** An answer is worth one or nothing. */
    private static BigDecimal figure(Measured measured) {
        BigDecimal value = measured.value();
        if (value != null) {
            return value;
        }
        return Boolean.TRUE.equals(measured.reached()) ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}
