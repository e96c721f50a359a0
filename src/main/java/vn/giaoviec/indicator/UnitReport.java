package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.indicator.Reading.State;
import vn.giaoviec.plan.Parts;
import vn.giaoviec.plan.RollUp;
import vn.giaoviec.plan.Target;

/**
 * How the report of one unit on its part stands in a period.
 *
 * @param unit the unit's code
 * @param expectation what the unit expects of the year, or null if it has not said
 * @param reading its reading: the one that counts, else the one that waits, else the last returned; null if there is none
 * @param status where it stands
 */
public record UnitReport(
        String unit,
        @Nullable Expectation expectation,
        @Nullable Reading reading,
        Status status) {
    /** Of several readings: what counts, then what waits, then the last one returned. */
    private static final Comparator<Reading> MOST_TELLING = Comparator.comparing(
                    (Reading reading) -> reading.stands() ? 2 : reading.waits() ? 1 : 0)
            .thenComparing(reading -> reading.reported().period().asOf())
            .thenComparing(Reading::id);

    /** Those that owe something first; each has a message {@code unitReport.<name>}. */
    public enum Status {
        /** Nothing is reported (chưa gửi). */
        NOT_SENT,
        /** It was returned, and nothing has come since. */
        RETURNED,
        /** It waits for the unit's head. */
        PENDING,
        /** Below what the unit expected. */
        NOT_REACHED,
        /** It counts, and the unit has registered no expectation to hold it against. */
        REPORTED,
        /** At or above what the unit expected. */
        REACHED;

        /** Whether the unit still owes its report. */
        public boolean isOwed() {
            return this == NOT_SENT || this == RETURNED;
        }
    }

    /**
     * The reports of all units that report a part, who owes first.
     *
     * @param readings every reading of the indicator
     * @param expectations what units expect, by unit
     * @param period the period, or null if there is none yet
     */
    public static List<UnitReport> of(
            Target target,
            List<Reading> readings,
            Map<String, Expectation> expectations,
            @Nullable ReadingPeriod period) {
        Parts parts = target.parts();
        if (parts == null) {
            return List.of();
        }
        return parts.units().stream()
                .map(unit -> of(target, unit, readings, expectations.get(unit), period))
                .sorted(Comparator.comparing(UnitReport::status))
                .toList();
    }

    /** The report of one unit. */
    static UnitReport of(
            Target target,
            String unit,
            List<Reading> readings,
            @Nullable Expectation expectation,
            @Nullable ReadingPeriod period) {
        Reading reading = readings.stream()
                .filter(one -> one.ofPart() && one.unit().equals(unit) && one.correctedBy() == null)
                .filter(one -> period != null && belongs(target, one.reported().period(), period))
                .max(MOST_TELLING)
                .orElse(null);
        return new UnitReport(unit, expectation, reading, status(target, reading, expectation));
    }

    /** Where the latest part is the province's, a part stands until the unit reports a later one. */
    private static boolean belongs(Target target, ReadingPeriod of, ReadingPeriod period) {
        return Objects.requireNonNull(target.parts()).rule() == RollUp.LATEST
                ? of.calculation() == period.calculation() && !of.asOf().isAfter(period.asOf())
                : of.equals(period);
    }

    private static Status status(Target target, @Nullable Reading reading, @Nullable Expectation expectation) {
        if (reading == null) {
            return Status.NOT_SENT;
        }
        if (reading.state() != State.APPROVED) {
            return reading.waits() ? Status.PENDING : Status.RETURNED;
        }
        Measured measured = reading.reported().measured();
        if (target.kind() == Target.Kind.QUALITATIVE) {
            return Boolean.TRUE.equals(measured.reached()) ? Status.REACHED : Status.NOT_REACHED;
        }
        BigDecimal exact = measured.exact(target.isPercent());
        if (exact == null || expectation == null) {
            return Status.REPORTED;
        }
        return exact.compareTo(expectation.expected()) >= 0 ? Status.REACHED : Status.NOT_REACHED;
    }

    /** The periods of which any part was reported, the latest first. */
    public static List<ReadingPeriod> periods(List<Reading> readings) {
        return readings.stream()
                .filter(one -> one.ofPart() && one.correctedBy() == null)
                .map(one -> one.reported().period())
                .distinct()
                .sorted(Comparator.comparing(ReadingPeriod::asOf)
                        .thenComparing(ReadingPeriod::key)
                        .reversed())
                .toList();
    }
}
