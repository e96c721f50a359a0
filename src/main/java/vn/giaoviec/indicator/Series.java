package vn.giaoviec.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.plan.Target;

/**
 * What was measured of an indicator in the course of time. Here and nowhere else what units reported becomes the
 * province's value.
 *
 * @param figures those that count, the oldest day first; of the same day, the first entered first
 */
public record Series(List<Figure> figures) {
    /** Nothing measured. */
    public static final Series EMPTY = new Series(List.of());

    private static final Comparator<Figure> IN_TIME =
            Comparator.comparing((Figure figure) -> figure.period().asOf()).thenComparing(Figure::lastEntered);

    /** Takes those that count from all readings of an indicator. */
    public static Series of(Target target, List<Reading> all) {
        List<Reading> counted = all.stream().filter(Reading::stands).toList();
        return new Series(Stream.concat(
                        counted.stream()
                                .filter(reading -> !reading.ofPart())
                                .map(reading -> Figure.of(target, reading)),
                        PartSums.of(
                                target, counted.stream().filter(Reading::ofPart).toList())
                                .stream())
                .sorted(IN_TIME)
                .toList());
    }

    /** The course of what one unit reported of its part. */
    public static Series ofPart(Target target, List<Reading> readings) {
        return new Series(readings.stream()
                .filter(Reading::stands)
                .map(reading -> Figure.of(target, reading))
                .sorted(IN_TIME)
                .toList());
    }

    /** The last one, or null. */
    public @Nullable Figure latest() {
        return figures.isEmpty() ? null : figures.get(figures.size() - 1);
    }

    /** The one before the last, of an earlier day, counted alike and standing for the whole, or null. */
    public @Nullable Figure before() {
        Figure latest = latest();
        if (latest == null) {
            return null;
        }
        ReadingPeriod last = latest.period();
        return figures.stream()
                .filter(figure -> figure.period().asOf().isBefore(last.asOf())
                        && figure.period().calculation() == last.calculation()
                        && !figure.isProvisional())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Whether the target is reached. */
    public TargetStatus status(Target target) {
        return TargetStatus.of(target, latest(), before());
    }

    /** Where the last figure went from the one before. */
    public Trend trend() {
        Figure latest = latest();
        return latest == null || latest.isProvisional()
                ? Trend.UNKNOWN
                : Trend.of(measured(latest), measured(before()));
    }

    /** What was measured beside what was delivered. */
    public Gap gap(Target target, @Nullable Support support) {
        Measured latest = measured(latest());
        Measured before = measured(before());
        boolean moved = latest == null || before == null || !latest.sameAs(before);
        return Gap.of(status(target), moved, support);
    }

    private static @Nullable Measured measured(@Nullable Figure figure) {
        return figure == null ? null : figure.measured();
    }
}
