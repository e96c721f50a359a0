package vn.giaoviec.dashboard.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.dashboard.web.UnitWorkQuery.Pile;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;

/**
 * Who has what in a unit: an officer with the steps the head gave them, or the head or staff with what any of them may take.
 *
 * @param kind whose it is
 * @param name the officer's name, or null where it is a group's
 * @param pile the open steps
 */
record Desk(Kind kind, @Nullable String name, Pile pile) {
    /** So many steps of a desk are named, the rest is counted. */
    static final int MOST = 20;

    /** Whose steps they are. */
    enum Kind {
        OFFICER,
        HEAD,
        STAFF
    }

    /** The desks of a unit, the latest first; everybody who works there has one, if only an empty one. */
    static List<Desk> of(String unit, List<Person> people, Map<String, Pile> piles) {
        Map<String, Pile> all = new LinkedHashMap<>();
        all.put(Groups.head(unit), Pile.EMPTY);
        all.put(Groups.staff(unit), Pile.EMPTY);
        Map<String, String> names = new LinkedHashMap<>();
        people.forEach(person -> {
            names.put(person.id(), person.name());
            all.put(person.id(), Pile.EMPTY);
        });
        all.putAll(piles);
        return all.entrySet().stream()
                .map(pile -> of(unit, pile.getKey(), names, pile.getValue()))
                .sorted(Comparator.comparingInt((Desk desk) -> desk.pile.late())
                        .thenComparingInt(desk -> desk.pile.steps())
                        .reversed())
                .toList();
    }

    private static Desk of(String unit, String whose, Map<String, String> names, Pile pile) {
        if (whose.equals(Groups.head(unit))) {
            return new Desk(Kind.HEAD, null, pile);
        }
        return whose.equals(Groups.staff(unit))
                ? new Desk(Kind.STAFF, null, pile)
                : new Desk(Kind.OFFICER, names.getOrDefault(whose, whose), pile);
    }
}
