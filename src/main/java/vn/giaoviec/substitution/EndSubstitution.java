package vn.giaoviec.substitution;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** Whoever is back before the last day ends the substitution at once; otherwise it ends by itself. */
@Service
public class EndSubstitution {
    private final SubstitutionTable table;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    EndSubstitution(
            SubstitutionTable table, Directory directory, BusinessClock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param id its number
     * @throws Refusal.Forbidden if whoever is signed in is neither the one who is away, nor a head of the unit, nor an
     *     administrator
     * @throws Refusal if there is none, or it is over
     */
    @Transactional
    public void end(long id) {
        Person me = directory.me();
        Substitution one = table.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.noSubstitution"));
        if (!mayEnd(me, one)) {
            throw new Refusal.Forbidden("refusal.substitutionNotYours");
        }
        if (one.isOver(clock.today()) || !table.end(id, me.id(), clock.instant())) {
            throw new Refusal.Conflict("refusal.substitutionIsOver");
        }
        events.publishEvent(new SubstitutionEnded(one.person(), one.substitute(), one.scope()));
    }

    /** Whether that person may end it early. */
    public static boolean mayEnd(Person person, Substitution one) {
        return person.id().equals(one.person()) || NameSubstitute.mayNameFor(person, one.unit());
    }

    /**
     * A substitution was ended before its last day.
     *
     * @param person who was away
     * @param substitute who stood in
     * @param scope in what
     */
    record SubstitutionEnded(String person, String substitute, Substitution.Scope scope) implements Recorded {}
}
