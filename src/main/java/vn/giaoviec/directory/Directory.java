package vn.giaoviec.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.Refusal;

/** Asks who works where. Names, candidates and rights never wait for the sign-in server. */
@Service
public class Directory {
    private final UnitTable units;
    private final PersonTable people;

    private final ApplicationEventPublisher events;

    Directory(UnitTable units, PersonTable people, ApplicationEventPublisher events) {
        this.units = units;
        this.people = people;
        this.events = events;
    }

    /** All units, in the order of the plan that brought them. */
    public List<Unit> units() {
        return units.all();
    }

    /** The unit of that code, whether it still exists or not. */
    public Optional<Unit> unit(String code) {
        return units.find(code);
    }

    /** The same, with its active head and staff. */
    public Optional<StaffedUnit> staffed(String code) {
        return units.staffed(code);
    }

    /** An active person. */
    public Optional<Person> person(String id) {
        return people.find(id);
    }

    /**
     * The person who is signed in.
     *
     * @throws Refusal.Forbidden if nobody is, or if the person is no longer in the directory
     */
    public Person me() {
        return people.find(Actor.required()).orElseThrow(() -> new Refusal.Forbidden("refusal.unknownPerson"));
    }

    /** The active members of a group, by name. */
    public List<Person> members(String group) {
        return people.members(group);
    }

    /** Every active person, by unit and name. */
    public List<Person> people() {
        return people.all();
    }

    /** Everybody who once could sign in and no longer can, by unit and name. */
    public List<Person> formerPeople() {
        return people.former();
    }

    /** Adds units a plan names and that the directory does not know yet; known ones stay as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void learn(Collection<Unit> named) {
        units.addMissing(named);
        events.publishEvent(new UnitsLearned(units.all().size()));
    }

    /**
     * A unit ends; what was done stays under its name.
     *
     * @param code its code
     * @param lastDay its last day
     * @param successor the unit that takes over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String code, LocalDate lastDay, String successor) {
        units.end(code, lastDay, successor);
    }

    /** Where those of these people who are active and have an address are written to, by their ids. */
    public Map<String, String> addresses(Collection<String> ids) {
        return people.addresses(ids);
    }

    /**
     * Adds people who are not known yet, with their groups.
     *
     * @param address what is written behind a person's id to make the address, or null if they have none
     */
    @Transactional
    public void welcome(Collection<Person> newcomers, @Nullable String address) {
        people.addMissing(newcomers, id -> address == null ? null : id + address);
    }
}
