package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.dashboard.web.CourseQuery.Evening;
import vn.giaoviec.shared.Text;

/**
 * Unit by month: how many cases were late at the end of it.
 *
 * @param days the days that are told, the oldest first
 * @param units the units with most late cases, the worst first; those that never had any are left out
 * @param others all other units together, or null if there are none
 * @param whole all units together
 */
record HeatMap(
        List<LocalDate> days, List<Row> units, @Nullable Row others, Row whole) {
    /** So many units are shown by name. */
    static final int SHOWN = 20;

    private static final int SHADES = 4;

    /**
     * @param days the days that are told, the oldest first
     * @param course the figures of these days, and of others that are left out
     * @param names the units' names by code
     */
    static HeatMap of(List<LocalDate> days, List<Evening> course, Map<String, Text> names) {
        Map<String, List<Evening>> byUnit = course.stream().collect(Collectors.groupingBy(Evening::unit));
        List<Row> late = byUnit.values().stream()
                .map(evenings ->
                        row(evenings.get(0).unit(), names.get(evenings.get(0).unit()), evenings, days))
                .filter(row -> row.cells.stream().anyMatch(cell -> cell.late > 0))
                .sorted(Comparator.comparingInt(Row::now)
                        .thenComparingInt(Row::sum)
                        .reversed()
                        .thenComparing(row -> row.name == null ? "" : row.name.vi()))
                .toList();
        List<String> named = late.stream().limit(SHOWN).map(Row::unit).toList();
        List<Evening> rest = course.stream()
                .filter(evening -> !named.contains(evening.unit()))
                .toList();
        return new HeatMap(
                days,
                late.stream().limit(SHOWN).toList(),
                late.size() > SHOWN ? row(null, null, rest, days) : null,
                row(null, null, course, days));
    }

    private static Row row(@Nullable String unit, @Nullable Text name, List<Evening> evenings, List<LocalDate> days) {
        Map<LocalDate, Integer> late =
                evenings.stream().collect(Collectors.groupingBy(Evening::day, Collectors.summingInt(Evening::late)));
        return new Row(
                unit,
                name,
                days.stream()
                        .map(day -> Cell.of(day, late.getOrDefault(day, 0)))
                        .toList());
    }

    /**
     * @param unit code of the unit, or null for several
     * @param name its name, or null for several
     * @param cells one for each day
     */
    record Row(@Nullable String unit, @Nullable Text name, List<Cell> cells) {
        int now() {
            return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).late;
        }

        int sum() {
            return cells.stream().mapToInt(Cell::late).sum();
        }
    }

    /**
     * @param day at the end of which day
     * @param late how many cases were late
     * @param shade how dark: 0 for none, 1 for one, 2 up to three, 3 up to seven, {@value HeatMap#SHADES} for more; the
     *     same on every day, so that a single late case never looks like the worst that can happen
     */
    record Cell(LocalDate day, int late, int shade) {
        static Cell of(LocalDate day, int late) {
            return new Cell(day, late, Math.min(SHADES, Integer.SIZE - Integer.numberOfLeadingZeros(late)));
        }
    }
}
