package vn.giaoviec.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Turns;

/**
 * Brings the people of the sign-in server into our tables, all of them on demand and by the clock, one at the sign-in.
 * Assigning, names and rights read only our tables, so they never wait for that server and go on while it is down.
 */
@Service
public class SynchroniseDirectory {
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._@-]{1,60}");
    /** One mailbox and nothing that a mail's header could take for more. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9.-]{1,180}");

    private static final Set<String> ROLES =
            Set.of(Groups.PLAN_OFFICE, Groups.LEADER, Groups.INSPECTOR, Groups.ADMINISTRATOR);

    private final PersonTable people;
    private final UnitTable units;
    private final Turns turns;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SynchroniseDirectory(
            PersonTable people, UnitTable units, Turns turns, Clock realClock, ApplicationEventPublisher events) {
        this.people = people;
        this.units = units;
        this.turns = turns;
        this.clock = realClock;
        this.events = events;
    }

    /**
     * Makes our tables say what the whole list says. Who is not on it any more becomes inactive, and keeps the name under
     * what was done. Groups that belong to no unit or role are reported, never guessed.
     *
     * @throws Refusal if the list is empty: that is a fault of the connection, not everybody's dismissal
     */
    @Transactional
    public Synchronised takeOver(List<Account> accounts) {
        if (accounts.isEmpty()) {
            throw new Refusal("refusal.nobodyInSignInServer");
        }
        turns.take("directory");
        Merge merge = new Merge(people.stored(), true);
        accounts.forEach(merge::add);
        merge.retire(accounts.stream().map(Account::subject).collect(Collectors.toSet()));
        return merge.store(accounts.size());
    }

    /**
     * Takes over one person at the sign-in, who mostly is as we know them; else this waits for a synchronisation that runs.
     *
     * @return the person's id in our tables
     */
    @Transactional
    public String arrive(Account account) {
        Merge merge = new Merge(people.storedLike(account.subject(), account.username()), false);
        String id = merge.add(account);
        if (!merge.changed.isEmpty()) {
            turns.take("directory");
            merge = new Merge(people.storedLike(account.subject(), account.username()), false);
            id = merge.add(account);
            merge.store(1);
        }
        return id;
    }

    /** What the last synchronisation of the whole list did, if there was one. */
    @Transactional(readOnly = true)
    public Optional<Synchronised> last() {
        return people.lastSynchronisation();
    }

    private final class Merge {
        private final Map<String, Stored> bySubject = new HashMap<>();
        private final Map<String, Stored> byId;
        private final Set<String> knownUnits =
                units.all().stream().map(Unit::code).collect(Collectors.toSet());
        private final List<Stored> changed = new ArrayList<>();
        private final Set<String> unknownGroups = new TreeSet<>();
        private final boolean whole;

        /**
         * @param whole whether it is the whole list, which alone names addresses
         */
        Merge(List<Stored> stored, boolean whole) {
            this.whole = whole;
            byId = stored.stream().collect(Collectors.toMap(Stored::id, Function.identity()));
            stored.stream()
                    .filter(person -> person.subject != null)
                    .forEach(person -> bySubject.put(String.valueOf(person.subject), person));
        }

        String add(Account account) {
            Stored before = bySubject.get(account.subject());
            String id = before == null ? freeId(account) : before.id;
            Set<String> groups = account.enabled() ? groups(account) : Set.of();
            Stored after = new Stored(
                    id,
                    account.subject(),
                    account.name(),
                    home(groups),
                    account.enabled(),
                    address(account, before),
                    groups);
            if (!after.equals(before)) {
                changed.add(after);
            }
            byId.put(id, after);
            bySubject.put(account.subject(), after);
            return id;
        }

        private @Nullable String address(Account account, @Nullable Stored before) {
            String email = account.email();
            if (email == null && !whole) {
                return before == null ? null : before.email;
            }
            return email != null && ADDRESS.matcher(email).matches() ? email : null;
        }

        /** The sign-in name; if somebody else had it before, with a number: what they did stays theirs. */
        private String freeId(Account account) {
            String name = USABLE.matcher(account.username()).matches() ? account.username() : account.subject();
            String id = name;
            for (int number = 2; taken(id); number++) {
                id = name + "." + number;
            }
            return id;
        }

        private boolean taken(String id) {
            Stored holder = byId.get(id);
            return holder != null && holder.subject != null;
        }

        private Set<String> groups(Account account) {
            Set<String> groups = new LinkedHashSet<>();
            for (String path : account.groups()) {
                String group = path.substring(path.startsWith("/") ? 1 : 0).replace('/', '.');
                if (ROLES.contains(group) || unit(group) != null) {
                    groups.add(group);
                } else if (!knownUnits.contains(group)) {
                    unknownGroups.add(path);
                }
            }
            return groups;
        }

        private @Nullable String home(Set<String> groups) {
            return groups.stream()
                    .map(this::unit)
                    .filter(unit -> unit != null)
                    .sorted()
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable String unit(String group) {
            int dot = group.lastIndexOf('.');
            String unit = dot < 0 ? group : group.substring(0, dot);
            return knownUnits.contains(unit)
                            && (Groups.head(unit).equals(group)
                                    || Groups.staff(unit).equals(group))
                    ? unit
                    : null;
        }

        void retire(Set<String> subjects) {
            for (Stored person : new ArrayList<>(byId.values())) {
                if (person.active && (person.subject == null || !subjects.contains(person.subject))) {
                    changed.add(new Stored(
                            person.id, person.subject, person.name, person.unit, false, person.email, Set.of()));
                }
            }
        }

        Synchronised store(int seen) {
            people.put(changed);
            Synchronised done = new Synchronised(clock.instant(), seen, changed.size(), List.copyOf(unknownGroups));
            if (whole) {
                people.rememberSynchronisation(done);
            }
            if (!changed.isEmpty()) {
                events.publishEvent(new PeopleChanged(
                        changed.stream()
                                .limit(PeopleChanged.MOST)
                                .map(Change::of)
                                .toList(),
                        changed.size(),
                        List.copyOf(unknownGroups)));
            }
            return done;
        }
    }

    /** A row as it stands or shall stand. */
    record Stored(
            String id,
            @Nullable String subject,
            String name,
            @Nullable String unit,
            boolean active,
            @Nullable String email,
            Set<String> groups) {
        Stored {
            groups = new HashSet<>(groups);
        }
    }

    /**
     * One person's new standing.
     *
     * @param person who
     * @param active whether they may sign in
     * @param groups their groups from now on
     */
    record Change(String person, boolean active, Set<String> groups) {
        static Change of(Stored stored) {
            return new Change(stored.id, stored.active, stored.groups);
        }
    }

    /**
     * The sign-in server changed who works where.
     *
     * @param people the first hundred of those who changed
     * @param count how many changed
     * @param unknownGroups groups that are neither a role nor of a unit
     */
    record PeopleChanged(List<Change> people, int count, List<String> unknownGroups) implements Recorded {
        static final int MOST = 100;
    }
}
