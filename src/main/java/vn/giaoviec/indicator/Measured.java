package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A measured value: a figure, with its parts where it is a ratio, or the answer to a question.
 *
 * @param value the figure in the target's unit of measure, four decimals at most; null for a qualitative target
 * @param numerator what was counted, or null
 * @param denominator of how many, positive; null exactly if the numerator is
 * @param reached whether a qualitative target is reached; null for all others
 */
public record Measured(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Boolean reached) {
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
        BigDecimal value = quotient(numerator, denominator, percent).setScale(2, RoundingMode.HALF_UP);
        return new Measured(value, numerator, denominator, null);
    }

    /** Whether a value is that ratio, rounded to two decimals or to more. */
    static boolean fits(BigDecimal value, BigDecimal numerator, BigDecimal denominator, boolean percent) {
        return quotient(numerator, denominator, percent).subtract(value).abs().compareTo(ROUNDING) <= 0;
    }

    /** The figure without its rounding where its parts are known: 99,996 is not 100. */
    @Nullable BigDecimal exact(boolean percent) {
        return numerator == null || denominator == null ? value : quotient(numerator, denominator, percent);
    }

    /** Whether the figure, or the answer, is the same; its parts may have grown alike. */
    boolean sameAs(Measured other) {
        if (value == null || other.value == null) {
            return Objects.equals(reached, other.reached);
        }
        return value.compareTo(other.value) == 0;
    }

    private static BigDecimal quotient(BigDecimal numerator, BigDecimal denominator, boolean percent) {
        // towards zero: rounding never lifts a figure to its target
        MathContext precise = new MathContext(34, RoundingMode.DOWN);
        return (percent ? numerator.multiply(HUNDRED) : numerator).divide(denominator, precise);
    }
}
