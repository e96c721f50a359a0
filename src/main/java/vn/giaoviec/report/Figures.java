package vn.giaoviec.report;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.giaoviec.report.FigureKey.Scope;
import vn.giaoviec.report.Snapshot.Named;

/**
 * The figures of a report: computed from the rows of its snapshot each time, and stored nowhere.
 *
 * @param whole of the whole plan
 * @param groups of each solution group
 * @param pillars of each pillar; a case that serves several counts in each
 * @param units of each accountable unit
 */
public record Figures(Line whole, List<Line> groups, List<Line> pillars, List<Line> units) {
    /** Counts. */
    public static Figures of(Snapshot snapshot) {
        return new Figures(
                line(snapshot, Scope.WHOLE, new Named(FigureKey.ALL, "")),
                lines(snapshot, Scope.GROUP, snapshot.groups()),
                lines(snapshot, Scope.PILLAR, snapshot.pillars()),
                lines(snapshot, Scope.UNIT, snapshot.units()));
    }

    /** The cases that a figure counts. */
    public static List<ReportedCase> cases(Snapshot snapshot, FigureKey key) {
        return snapshot.cases().stream()
                .filter(one -> key.counts(one, snapshot.period()))
                .toList();
    }

    /** All of them by what names them. */
    Map<FigureKey, Integer> all() {
        Map<FigureKey, Integer> all = new LinkedHashMap<>();
        Stream.of(List.of(whole), groups, pillars, units)
                .flatMap(List::stream)
                .forEach(line -> line.counts.forEach(
                        (count, number) -> all.put(new FigureKey(line.scope, line.code, count), number)));
        return all;
    }

    private static List<Line> lines(Snapshot snapshot, Scope scope, List<Named> named) {
        return named.stream().map(one -> line(snapshot, scope, one)).toList();
    }

    private static Line line(Snapshot snapshot, Scope scope, Named named) {
        Map<Count, Integer> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            counts.put(
                    count,
                    cases(snapshot, new FigureKey(scope, named.code(), count)).size());
        }
        return new Line(scope, named.code(), named.name(), counts);
    }

    /**
     * One line of a table.
     *
     * @param scope of which cases
     * @param code of which group, pillar or unit
     * @param name its name; empty for the whole plan
     * @param counts how many cases, by what is counted
     */
    public record Line(Scope scope, String code, String name, Map<Count, Integer> counts) {
        /** How many cases. */
        public int count(Count count) {
            return counts.getOrDefault(count, 0);
        }

        /** Done of the total, between 0 and 1; 0 where there is nothing to do. */
        public double completionRate() {
            return count(Count.TOTAL) == 0 ? 0 : (double) count(Count.DONE) / count(Count.TOTAL);
        }
    }
}
