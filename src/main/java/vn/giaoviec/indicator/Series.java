package vn.giaoviec.indicator;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.plan.Target;

/**
 * What was measured of an indicator in the course of time.
 *
 * @param readings those that count, the oldest day first; of the same day, the first entered first
 */
public record Series(List<Reading> readings) {
    /** Nothing measured. */
    public static final Series EMPTY = new Series(List.of());

    /** Takes those that count from all readings of an indicator. */
    public static Series of(List<Reading> all) {
        return new Series(all.stream()
                .filter(Reading::stands)
                .sorted(Comparator.comparing(
                                (Reading reading) -> reading.reported().period().asOf())
                        .thenComparing(Reading::id))
                .toList());
    }

    /** The last one, or null. */
    public @Nullable Reading latest() {
        return readings.isEmpty() ? null : readings.get(readings.size() - 1);
    }

    /** The one before the last, of an earlier day and counted alike, or null. */
    public @Nullable Reading before() {
        Reading latest = latest();
        if (latest == null) {
            return null;
        }
        ReadingPeriod last = latest.reported().period();
        return readings.stream()
                .filter(reading -> reading.reported().period().asOf().isBefore(last.asOf())
                        && reading.reported().period().calculation() == last.calculation())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Whether the target is reached. */
    public TargetStatus status(Target target) {
        return TargetStatus.of(target, measured(latest()), measured(before()));
    }

    /** Where the last figure went from the one before. */
    public Trend trend() {
        return Trend.of(measured(latest()), measured(before()));
    }

    /** What was measured beside what was delivered. */
    public Gap gap(Target target, @Nullable Support support) {
        Measured latest = measured(latest());
        Measured before = measured(before());
        boolean moved = latest == null || before == null || !latest.sameAs(before);
        return Gap.of(status(target), moved, support);
    }

    private static @Nullable Measured measured(@Nullable Reading reading) {
        return reading == null ? null : reading.reported().measured();
    }
}
