package vn.giaoviec.dashboard.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.indicator.Support;

/**
 * How much it hurts that a case is late: weight × gap × working days late. A number to rank by, and nothing else.
 *
 * @param weight the case's share in the indicators it supports, summed; zero if it supports none
 * @param gap how much of the work for the worst served of them is still to be accepted, between 0 and 1
 * @param daysLate working days late, more than zero
 */
record Harm(BigDecimal weight, BigDecimal gap, BigDecimal daysLate) {
    /** The greatest first. */
    static final Comparator<Harm> GREATEST_FIRST =
            Comparator.comparing(Harm::value).reversed();

    /**
     * @param weights the case's weight in each indicator it supports
     * @param support delivery support by indicator; one that is missing has none
     */
    static Harm of(Map<String, BigDecimal> weights, Map<String, Support> support, Delay delay) {
        return new Harm(
                sum(weights.values()),
                weights.keySet().stream()
                        .map(indicator -> gap(support.get(indicator)))
                        .reduce(BigDecimal::max)
                        .orElse(BigDecimal.ONE),
                delay.daysLate());
    }

    public BigDecimal value() {
        return weight.multiply(gap).multiply(daysLate);
    }

    private static BigDecimal sum(Collection<BigDecimal> weights) {
        return weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal gap(@Nullable Support support) {
        return Stream.ofNullable(support)
                .filter(known -> known.weight().signum() > 0)
                .map(known ->
                        BigDecimal.ONE.subtract(known.acceptedWeight().divide(known.weight(), MathContext.DECIMAL64)))
                .findFirst()
                .orElse(BigDecimal.ONE);
    }
}
