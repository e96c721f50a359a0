package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A measured value: a figure, with numerator and denominator where it is a ratio, or the answer to a question.
 *
 * @param value the figure in the target's unit of measure, four decimals at most; null for a qualitative target, and where
 *     there was nothing to measure
 * @param numerator what was counted, or null
 * @param denominator of how many; null exactly if the numerator is; zero only where there was nothing to measure
 * @param reached whether a qualitative target is reached; null for all others
 */
public record Measured(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Boolean reached) {
    /** None of none: a unit reports that there was nothing to measure. */
    public static final Measured NOTHING = new Measured(null, BigDecimal.ZERO, BigDecimal.ZERO, null);

    private static final int SCALE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ROUNDING = new BigDecimal("0.005");

    public Measured {
        value = scaled(value);
        numerator = scaled(numerator);
        denominator = scaled(denominator);
    }

    /** As the database returns it, so that equal figures are equal. */
    private static @Nullable BigDecimal scaled(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    static Measured answer(boolean reached) {
        return new Measured(null, null, null, reached);
    }

    static Measured figure(BigDecimal value) {
        return new Measured(value, null, null, null);
    }

    /** A ratio, its value rounded to two decimals. */
    static Measured ratio(BigDecimal numerator, BigDecimal denominator, boolean percent) {
        BigDecimal value = fraction(numerator, denominator, percent).value().setScale(2, RoundingMode.HALF_UP);
        return new Measured(value, numerator, denominator, null);
    }

    /** Whether a value is that ratio, rounded to two decimals or to more. */
    static boolean fits(BigDecimal value, BigDecimal numerator, BigDecimal denominator, boolean percent) {
        return fraction(numerator, denominator, percent)
                        .value()
                        .subtract(value)
                        .abs()
                        .compareTo(ROUNDING)
                <= 0;
    }

    /** The figure without its rounding where its parts are known: 99,996 is not 100. */
    @Nullable BigDecimal exact(boolean percent) {
        return value == null ? null : fraction(percent).value();
    }

    /** The same before any division; only of a figure. */
    Fraction fraction(boolean percent) {
        return numerator == null || denominator == null
                ? new Fraction(Objects.requireNonNull(value), BigDecimal.ONE)
                : fraction(numerator, denominator, percent);
    }

    /** Whether there was nothing to measure. */
    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** Whether the figure, or the answer, is the same; its parts may have grown alike. */
    boolean sameAs(Measured other) {
        if (value == null || other.value == null) {
            return value == null && other.value == null && Objects.equals(reached, other.reached);
        }
        return value.compareTo(other.value) == 0;
    }

    private static Fraction fraction(BigDecimal numerator, BigDecimal denominator, boolean percent) {
        return new Fraction(percent ? numerator.multiply(HUNDRED) : numerator, denominator);
    }
}
