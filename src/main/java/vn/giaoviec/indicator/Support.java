package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Delivery support of an indicator: how much of the work that supports it has been accepted. It says what was delivered,
 * not what was measured.
 *
 * @param indicator the indicator's code
 * @param cases how many issued, not cancelled cases support it
 * @param acceptedCases how many of them have an accepted product
 * @param weight their weight together
 * @param acceptedWeight the accepted ones' weight together
 */
public record Support(String indicator, int cases, int acceptedCases, BigDecimal weight, BigDecimal acceptedWeight) {
    /** Accepted weight over weight, in whole percent rounded down; 0 while nothing is issued. */
    public int percent() {
        return weight.signum() == 0
                ? 0
                : acceptedWeight
                        .multiply(BigDecimal.valueOf(100))
                        .divide(weight, 0, RoundingMode.DOWN)
                        .intValueExact();
    }

    /** The same figures, whatever the scale in which a database returns them. */
    boolean equalTo(Support other) {
        return indicator.equals(other.indicator)
                && cases == other.cases
                && acceptedCases == other.acceptedCases
                && weight.compareTo(other.weight) == 0
                && acceptedWeight.compareTo(other.acceptedWeight) == 0;
    }
}
