package vn.giaoviec.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.indicator.TargetStatus;
import vn.giaoviec.plan.Target;

/**
 * An indicator as it was known at the end of the cut-off day: what was measured, and what was delivered.
 *
 * @param code the indicator's code
 * @param pillar the pillar's code, or null for the overall indices
 * @param name its wording
 * @param kind what kind of target it has
 * @param operator {@code =}, {@code >=} or {@code >} for numeric targets, else null
 * @param target the target figure, else null
 * @param measure the unit of measure, or null
 * @param strive whether the plan only strives for it
 * @param latest the value that counted last, or null if nothing had been measured
 * @param status whether the target was reached
 * @param cases how many cases supported it
 * @param acceptedCases how many of them had an accepted product
 * @param weight their weight together
 * @param acceptedWeight the accepted weight
 */
public record ReportedIndicator(
        String code,
        @Nullable String pillar,
        String name,
        Target.Kind kind,
        @Nullable String operator,
        @Nullable BigDecimal target,
        @Nullable String measure,
        boolean strive,
        @Nullable Value latest,
        TargetStatus status,
        int cases,
        int acceptedCases,
        BigDecimal weight,
        BigDecimal acceptedWeight) {
    public ReportedIndicator {
        target = plain(target);
        weight = weight.stripTrailingZeros();
        acceptedWeight = acceptedWeight.stripTrailingZeros();
    }

    /** Equal numbers are written alike, whatever the scale in which a database returns them. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    /**
     * A measured value.
     *
     * @param from first day of the period it is about, or null for the state on a day
     * @param asOf its last day, or that day
     * @param measured the figure, or null for an answer, and where there was nothing to measure
     * @param numerator what was counted, or null
     * @param denominator of how many, or null
     * @param reached the answer, or null for figures
     * @param parts of how many units' parts it is to be made; 0 if it was reported as a whole
     * @param readings what it rests on
     */
    public record Value(
            @Nullable LocalDate from,
            LocalDate asOf,
            @Nullable BigDecimal measured,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Boolean reached,
            int parts,
            List<Source> readings) {
        public Value {
            measured = plain(measured);
            numerator = plain(numerator);
            denominator = plain(denominator);
        }
    }

    /**
     * A reading a value rests on.
     *
     * @param reading its number
     * @param unit code of the unit that reported it
     * @param corrects number of the reading it corrects, or null
     */
    public record Source(
            long reading, String unit, @Nullable Long corrects) {}
}
