package vn.giaoviec.dashboard.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.indicator.Figure;
import vn.giaoviec.indicator.Series;
import vn.giaoviec.plan.Target;

/**
 * The course of an indicator as a drawing of {@value #WIDTH} by {@value #HEIGHT}, from which the table below it needs nothing.
 *
 * @param points the figures, the oldest first
 * @param low the value at the lower edge
 * @param high the value at the upper edge
 * @param target height of the target line, or null for a target without a figure
 */
record SeriesChart(
        List<Point> points,
        BigDecimal low,
        BigDecimal high,
        @Nullable Long target) {
    static final int WIDTH = 360;
    static final int HEIGHT = 180;
    private static final int LEFT = 58;
    private static final int RIGHT = 350;
    private static final int TOP = 26;
    private static final int BOTTOM = 150;

    /** Draws figures that stand for the whole and are counted like the last one; empty where there is no figure to draw. */
    static Optional<SeriesChart> of(Target target, Series series) {
        Figure latest = series.latest();
        List<Figure> drawn = series.figures().stream()
                .filter(one -> one.measured().value() != null
                        && !one.isProvisional()
                        && latest != null
                        && one.period().calculation() == latest.period().calculation())
                .toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal figure = target.figure();
        List<BigDecimal> values = Stream.concat(
                        Stream.ofNullable(figure), drawn.stream().map(SeriesChart::value))
                .toList();
        Scale scale = new Scale(
                day(drawn.get(0)),
                day(drawn.get(drawn.size() - 1)),
                values.stream().reduce(BigDecimal::min).orElseThrow(),
                values.stream().reduce(BigDecimal::max).orElseThrow());
        return Optional.of(new SeriesChart(
                drawn.stream()
                        .map(one -> new Point(scale.x(day(one)), scale.y(value(one)), day(one)))
                        .toList(),
                scale.low,
                scale.high,
                figure == null ? null : (Long) scale.y(figure)));
    }

    private static BigDecimal value(Figure one) {
        return Objects.requireNonNull(one.measured().value());
    }

    private static LocalDate day(Figure one) {
        return one.period().asOf();
    }

    /** The corners of the line, as SVG writes them. */
    public String line() {
        return points.stream().map(point -> point.x + "," + point.y).collect(Collectors.joining(" "));
    }

    /** The oldest day. */
    public LocalDate first() {
        return points.get(0).day;
    }

    /** The last day. */
    public LocalDate last() {
        return points.get(points.size() - 1).day;
    }

    /**
     * @param x from the left
     * @param y from the top
     * @param day the figure's day
     */
    record Point(long x, long y, LocalDate day) {}

    private record Scale(LocalDate first, LocalDate last, BigDecimal low, BigDecimal high) {
        long x(LocalDate day) {
            long days = ChronoUnit.DAYS.between(first, last);
            return days == 0 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first, day) / days;
        }

        long y(BigDecimal value) {
            double height = high.subtract(low).doubleValue();
            return height == 0
                    ? (TOP + BOTTOM) / 2
                    : Math.round(TOP + (BOTTOM - TOP) * high.subtract(value).doubleValue() / height);
        }
    }
}
