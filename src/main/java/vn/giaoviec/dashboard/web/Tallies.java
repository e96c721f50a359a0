package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cases of a plan, counted by what they belong to.
 *
 * @param byPart by unit, solution group, pillar or first deadline, each as one of the prefixes says and its own code; one without cases is
 *     missing. A case of several pillars counts in each
 */
record Tallies(Map<String, Tally> byPart) {
    static final String UNIT = "unit:";
    static final String GROUP = "group:";
    static final String PILLAR = "pillar:";

    /** A day on which cases were due when they were issued. */
    static final String DUE = "due:";

    /** All cases. */
    Tally whole() {
        return ofEach(GROUP).values().stream().reduce(Tally.NOTHING, Tally::plus);
    }

    Tally unit(String code) {
        return of(UNIT + code);
    }

    Tally group(int number) {
        return of(GROUP + number);
    }

    Tally pillar(String code) {
        return of(PILLAR + code);
    }

    /** The cases of the total by when they were due when they were issued, if that was asked for. */
    NavigableMap<LocalDate, Integer> planned() {
        NavigableMap<LocalDate, Integer> planned = new TreeMap<>();
        ofEach(DUE).forEach((day, tally) -> planned.put(LocalDate.parse(day), tally.total()));
        return planned;
    }

    /** Those of one kind that have cases, by their own code. */
    Map<String, Tally> ofEach(String prefix) {
        return byPart.entrySet().stream()
                .filter(part -> part.getKey().startsWith(prefix))
                .collect(Collectors.toMap(part -> part.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private Tally of(String part) {
        return byPart.getOrDefault(part, Tally.NOTHING);
    }
}
