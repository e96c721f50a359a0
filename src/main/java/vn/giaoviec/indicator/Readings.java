package vn.giaoviec.indicator;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.giaoviec.directory.Person;
import vn.giaoviec.plan.Target;

/** Asks what was measured. */
@Service
public class Readings {
    private final ReadingTable table;
    private final ExpectationTable expectations;
    private final DutyQuery duties;

    Readings(ReadingTable table, ExpectationTable expectations, DutyQuery duties) {
        this.table = table;
        this.expectations = expectations;
        this.duties = duties;
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
        DutyQuery.Found found = duties.of(year, unit);
        Map<String, UnitReport> reports = new LinkedHashMap<>();
        for (Target target : targets) {
            List<Reading> all = found.readings().get(target.code());
            if (all != null) {
                ReadingPeriod latest =
                        UnitReport.periods(all).stream().findFirst().orElse(null);
                Expectation expected = found.expectations().get(target.code());
                reports.put(target.code(), UnitReport.of(target, unit, all, expected, latest));
            }
        }
        return reports;
    }

    /** How many readings wait for a decision of that person, by the indicator's code. */
    public Map<String, Integer> waitingFor(Person person, int year) {
        Collection<String> units = person.headedUnits();
        return units.isEmpty() ? Map.of() : table.waiting(year, units, person.id());
    }
}
