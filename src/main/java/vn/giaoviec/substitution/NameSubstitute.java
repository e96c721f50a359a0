package vn.giaoviec.substitution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Turns;

/** Whoever will be away names a colleague of the unit to stand in; for who is away unplanned, a head or an administrator does. */
@Service
public class NameSubstitute {
    private static final int LONGEST_NOTE = 500;
    /** Longer than any leave; who stays away longer is replaced in the directory. */
    private static final int MOST_DAYS = 366;

    private final SubstitutionTable table;
    private final Directory directory;
    private final Turns turns;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    NameSubstitute(
            SubstitutionTable table,
            Directory directory,
            Turns turns,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.directory = directory;
        this.turns = turns;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param person who will be away; empty for whoever is signed in
     * @param substitute who stands in
     * @param from first day
     * @param to last day
     * @param note why; may be empty
     * @throws Refusal if whoever is signed in may not name one for that person, the two do not fit, or the days do not
     */
    @Transactional
    public void name(
            String person,
            String substitute,
            Substitution.Scope scope,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String note) {
        Person me = directory.me();
        Person away = person.isBlank() ? me : active(person);
        String unit = unitOf(me, away, scope);
        Person inPlace = active(substitute);
        if (inPlace.id().equals(away.id())) {
            throw new Refusal("refusal.substituteIsOneself");
        }
        if (!mayStandIn(inPlace, away, unit, scope)) {
            throw new Refusal("refusal.substituteOfOtherUnit");
        }
        if (note.strip().length() > LONGEST_NOTE) {
            throw new Refusal("refusal.substitutionNote", LONGEST_NOTE);
        }
        if (from == null || to == null || to.isBefore(from) || from.isBefore(clock.today())) {
            throw new Refusal("refusal.substitutionDays");
        }
        if (to.isAfter(from.plusDays(MOST_DAYS))) {
            throw new Refusal("refusal.substitutionTooLong", MOST_DAYS);
        }
        turns.take("substitution"); // two who name at the same time do not overlook each other
        free(away, inPlace, scope, from, to);
        String why = note.isBlank() ? null : note.strip();
        table.insert(new Substitution(
                0, away.id(), inPlace.id(), scope, unit, from, to, why, me.id(), clock.instant(), null, null));
        events.publishEvent(new SubstituteNamed(away.id(), inPlace.id(), scope, unit, from, to, why));
    }

    /** Whether one may stand in for another: both work in that unit, or both in the plan office. */
    static boolean mayStandIn(Person inPlace, Person away, String unit, Substitution.Scope scope) {
        if (scope == Substitution.Scope.OWN && !away.in(Groups.staff(unit))) {
            return away.in(Groups.PLAN_OFFICE) && inPlace.in(Groups.PLAN_OFFICE);
        }
        return inPlace.worksIn(unit);
    }

    private static String unitOf(Person me, Person away, Substitution.Scope scope) {
        String unit = away.unit();
        if (unit == null || !(me.id().equals(away.id()) || mayNameFor(me, unit))) {
            throw new Refusal.Forbidden("refusal.substitutionNotYours");
        }
        if (!scope.fits(away, unit)) {
            throw me.in(Groups.ADMINISTRATOR) || me.heads(unit)
                    ? new Refusal("refusal.substitutionScope")
                    : new Refusal.Forbidden("refusal.substitutionScope");
        }
        return unit;
    }

    /** Whether that person may name substitutes for others of a unit, and end what they are. */
    static boolean mayNameFor(Person person, String unit) {
        return person.in(Groups.ADMINISTRATOR) || person.heads(unit);
    }

    private Person active(String id) {
        return directory.person(id).orElseThrow(() -> new Refusal("refusal.noSuchPerson"));
    }

    /** One substitute for a person, matter and day; and nobody who is away then. */
    private void free(Person away, Person inPlace, Substitution.Scope scope, LocalDate from, LocalDate to) {
        if (table.ofPerson(away.id(), from, to).stream().anyMatch(one -> one.scope() == scope)) {
            throw new Refusal.Conflict("refusal.substitutionOverlaps");
        }
        if (!table.ofPerson(inPlace.id(), from, to).isEmpty()) {
            throw new Refusal.Conflict("refusal.substituteIsAway", inPlace.name());
        }
    }

    /**
     * Somebody will stand in for a colleague.
     *
     * @param person who will be away
     * @param substitute who stands in
     * @param scope in what
     * @param unit the unit of both
     * @param from first day
     * @param to last day
     * @param note why, or null
     */
    record SubstituteNamed(
            String person,
            String substitute,
            Substitution.Scope scope,
            String unit,
            LocalDate from,
            LocalDate to,
            @Nullable String note)
            implements Recorded {}
}
