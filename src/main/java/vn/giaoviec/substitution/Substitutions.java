package vn.giaoviec.substitution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;

/**
 * Asks who stands in for whom. Every answer is of this moment on the business clock: a period that is over ends without
 * anybody's doing, also in sessions that go on.
 */
@Service
public class Substitutions {
    private static final int MOST = 200;
    private static final int REMEMBERED = 30;

    private final SubstitutionTable table;
    private final Directory directory;
    private final BusinessClock clock;

    Substitutions(SubstitutionTable table, Directory directory, BusinessClock clock) {
        this.table = table;
        this.directory = directory;
        this.clock = clock;
    }

    /** What that person may do today in others' places. */
    public List<Held> heldBy(String person) {
        return table.held(person, clock.today());
    }

    /** Whose steps that person may work today, the own ones included. */
    public Reach reachOf(Person person) {
        Set<String> groups = new HashSet<>(person.groups());
        Set<String> persons = new HashSet<>(Set.of(person.id()));
        for (Held held : heldBy(person.id())) {
            groups.add(held.group());
            persons.add(held.person());
        }
        return new Reach(groups, persons);
    }

    /** In which that person stood in until some weeks ago, the latest first. */
    public List<Substitution> pastOf(String person) {
        return table.ofSubstitute(person).stream()
                .filter(one -> one.isOver(clock.today())
                        && one.to().isAfter(clock.today().minusDays(REMEMBERED)))
                .toList();
    }

    /**
     * The latest, last days first: all for administrators and inspectors, those of the unit for its heads, and for everybody
     * those that concern them.
     */
    public List<Substitution> readableBy(Person person) {
        return person.in(Groups.ADMINISTRATOR) || person.in(Groups.INSPECTOR)
                ? table.latest(MOST)
                : table.latest(person.id(), person.headedUnits(), MOST);
    }

    /** Those for whom that person may name a substitute: oneself first, then others by unit and name. */
    public List<Person> nameableBy(Person person) {
        List<Person> others = directory.people().stream()
                .filter(one -> !one.id().equals(person.id()))
                .filter(one -> one.unit() != null && NameSubstitute.mayNameFor(person, one.unit()))
                .toList();
        return Stream.concat(Stream.of(person), others.stream())
                .filter(one -> !scopesOf(one).isEmpty())
                .toList();
    }

    /** In what somebody can stand in for that person. */
    public List<Substitution.Scope> scopesOf(Person away) {
        String unit = away.unit();
        return unit == null
                ? List.of()
                : Arrays.stream(Substitution.Scope.values())
                        .filter(scope -> scope.fits(away, unit))
                        .toList();
    }

    /** Who could stand in for that person in anything, by name. */
    public List<Person> candidatesFor(Person away) {
        String unit = away.unit();
        return unit == null
                ? List.of()
                : directory.people().stream()
                        .filter(one -> !one.id().equals(away.id()))
                        .filter(one -> scopesOf(away).stream()
                                .anyMatch(scope -> NameSubstitute.mayStandIn(one, away, unit, scope)))
                        .toList();
    }
}
