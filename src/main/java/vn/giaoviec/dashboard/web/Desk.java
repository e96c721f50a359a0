package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.dashboard.web.UnitWorkQuery.Held;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;

/**
 * Who has what in a unit: an officer with the steps the head gave them, or the head or staff with what any of them may take.
 *
 * @param kind whose it is
 * @param name the officer's name, or null where it is a group's
 * @param steps the open steps, those due first at the top
 * @param late how many of them are overdue
 */
record Desk(Kind kind, @Nullable String name, List<Held> steps, int late) {
    /** Of longer lists the rest is counted. */
    static final int MOST = 20;

    /** Whose steps they are. */
    enum Kind {
        OFFICER,
        HEAD,
        STAFF
    }

    /** The desks of a unit, the latest first; everybody who works there has one, if only an empty one. */
    static List<Desk> of(String unit, List<Person> people, List<Held> held, Instant now) {
        Map<String, List<Held>> piles = new LinkedHashMap<>();
        piles.put(Groups.head(unit), new ArrayList<>());
        piles.put(Groups.staff(unit), new ArrayList<>());
        Map<String, String> names = new LinkedHashMap<>();
        people.forEach(person -> {
            names.put(person.id(), person.name());
            piles.put(person.id(), new ArrayList<>());
        });
        Set<String> seen = new HashSet<>();
        for (Held step : held) {
            if (seen.add(step.taskId())) { // one that both groups may take comes twice
                String whose = step.officer() == null ? step.group() : step.officer();
                piles.computeIfAbsent(whose, any -> new ArrayList<>()).add(step);
            }
        }
        return piles.entrySet().stream()
                .map(pile -> desk(unit, pile.getKey(), names, pile.getValue(), now))
                .sorted(Comparator.comparingInt(Desk::late)
                        .reversed()
                        .thenComparing(desk -> desk.steps().size(), Comparator.reverseOrder()))
                .toList();
    }

    private static Desk desk(String unit, String whose, Map<String, String> names, List<Held> steps, Instant now) {
        Kind kind = whose.equals(Groups.head(unit))
                ? Kind.HEAD
                : whose.equals(Groups.staff(unit)) ? Kind.STAFF : Kind.OFFICER;
        int late = (int) steps.stream()
                .filter(step -> step.dueAt() != null && step.dueAt().isBefore(now))
                .count();
        return new Desk(kind, kind == Kind.OFFICER ? names.getOrDefault(whose, whose) : null, steps, late);
    }

    /** When the next step is due that is not overdue, or null if none is to come. */
    public @Nullable Instant nextDue(Instant now) {
        return steps.stream()
                .map(Held::dueAt)
                .filter(Objects::nonNull)
                .filter(at -> !at.isBefore(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The steps that are listed. */
    public List<Held> listed() {
        return steps.stream().limit(MOST).toList();
    }
}
