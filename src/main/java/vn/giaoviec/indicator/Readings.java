package vn.giaoviec.indicator;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.giaoviec.directory.Person;

/** Asks what was measured. */
@Service
public class Readings {
    private final ReadingTable table;

    Readings(ReadingTable table) {
        this.table = table;
    }

    /** Every reading of an indicator, also those returned or corrected, the first entered first. */
    public List<Reading> of(int year, String indicator) {
        return table.of(year, indicator);
    }

    /** What was measured of each indicator of a plan, by code; an indicator without a reading that counts is missing. */
    public Map<String, Series> series(int year) {
        return byIndicator(table.approved(year));
    }

    /**
     * The same as it was known at an earlier moment.
     *
     * @param before only what was decided before it counts
     */
    public Map<String, Series> series(int year, Instant before) {
        return byIndicator(table.approved(year, before));
    }

    private static Map<String, Series> byIndicator(List<Reading> approved) {
        return approved.stream()
                .collect(Collectors.groupingBy(
                        Reading::indicator, Collectors.collectingAndThen(Collectors.toList(), Series::of)));
    }

    /** How many readings wait for a decision of that person, by the indicator's code. */
    public Map<String, Integer> waitingFor(Person person, int year) {
        Collection<String> units = person.headedUnits();
        return units.isEmpty() ? Map.of() : table.waiting(year, units, person.id());
    }
}
