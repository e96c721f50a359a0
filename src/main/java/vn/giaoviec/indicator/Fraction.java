package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number that no division has rounded yet.
 *
 * @param numerator over
 * @param denominator this, positive
 */
record Fraction(BigDecimal numerator, BigDecimal denominator) {
    static final Fraction ZERO = new Fraction(BigDecimal.ZERO, BigDecimal.ONE);

    /** Towards zero: rounding never lifts a figure to its target. */
    private static final MathContext PRECISE = new MathContext(34, RoundingMode.DOWN);

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator
                        .multiply(other.denominator)
                        .add(other.numerator.multiply(denominator))
                        .stripTrailingZeros(),
                denominator.multiply(other.denominator).stripTrailingZeros());
    }

    Fraction over(int count) {
        return new Fraction(numerator, denominator.multiply(BigDecimal.valueOf(count)));
    }

    BigDecimal value() {
        return numerator.divide(denominator, PRECISE);
    }
}
