package vn.giaoviec.indicator;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoviec.directory.Person;
import vn.giaoviec.plan.Parts;
import vn.giaoviec.plan.Target;

/** Asks what was measured. */
@Service
public class Readings {
    private final ReadingTable table;
    private final ExpectationTable expectations;

    Readings(ReadingTable table, ExpectationTable expectations) {
        this.table = table;
        this.expectations = expectations;
    }

    /** Every reading of an indicator, also those returned or corrected, the first entered first. */
    public List<Reading> of(int year, String indicator) {
        return table.of(year, indicator);
    }

    /**
     * What was measured of each of these indicators of a plan, by code, rolled up where several units report; an indicator
     * without a reading that counts is missing.
     */
    public Map<String, Series> series(int year, Collection<Target> targets) {
        return series(targets, table.approved(year));
    }

    /**
     * The same as it was known at an earlier moment.
     *
     * @param before only what was decided before it counts
     */
    public Map<String, Series> series(int year, Collection<Target> targets, Instant before) {
        return series(targets, table.approved(year, before));
    }

    private static Map<String, Series> series(Collection<Target> targets, List<Reading> approved) {
        Map<String, List<Reading>> readings = approved.stream().collect(Collectors.groupingBy(Reading::indicator));
        Map<String, Series> series = new LinkedHashMap<>();
        targets.stream()
                .filter(target -> readings.containsKey(target.code()))
                .forEach(target ->
                        series.put(target.code(), Series.of(target, readings.getOrDefault(target.code(), List.of()))));
        return series;
    }

    /** What each unit expects of its part of an indicator, by the unit's code. */
    public Map<String, Expectation> expectations(int year, String indicator) {
        return expectations.of(year, indicator);
    }

    /**
     * How the reports of a unit stand on the indicators of which it reports a part, each in the latest period of which
     * anybody has reported; by the indicator's code, in the order of the targets.
     */
    public Map<String, UnitReport> duties(int year, Collection<Target> targets, String unit) {
        List<Target> shared =
                targets.stream().filter(target -> has(target.parts(), unit)).toList();
        Map<String, UnitReport> duties = new LinkedHashMap<>();
        if (shared.isEmpty()) {
            return duties;
        }
        Map<String, List<Reading>> readings = table
                .parts(year, shared.stream().map(Target::code).toList())
                .stream()
                .collect(Collectors.groupingBy(Reading::indicator));
        Map<String, Expectation> expected = expectations.ofUnit(year, unit);
        for (Target target : shared) {
            List<Reading> all = readings.getOrDefault(target.code(), List.of());
            ReadingPeriod latest = UnitReport.periods(all).stream().findFirst().orElse(null);
            duties.put(target.code(), UnitReport.of(target, unit, all, expected.get(target.code()), latest));
        }
        return duties;
    }

    private static boolean has(@Nullable Parts parts, String unit) {
        return parts != null && parts.has(unit);
    }

    /** How many readings wait for a decision of that person, by the indicator's code. */
    public Map<String, Integer> waitingFor(Person person, int year) {
        Collection<String> units = person.headedUnits();
        return units.isEmpty() ? Map.of() : table.waiting(year, units, person.id());
    }
}
