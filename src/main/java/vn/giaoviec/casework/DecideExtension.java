package vn.giaoviec.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.SettledDays;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.substitution.FourEyes;

/** The assigner answers a request for more time; on a refusal the old deadline stands. */
@Service
public class DecideExtension {
    private final CaseTable cases;
    private final ExtensionTable extensions;
    private final DeadlineTable deadlines;
    private final MoveDeadline moveDeadline;
    private final Directory directory;
    private final FourEyes fourEyes;
    private final SettledDays settledDays;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    DecideExtension(
            CaseTable cases,
            ExtensionTable extensions,
            DeadlineTable deadlines,
            MoveDeadline moveDeadline,
            Directory directory,
            FourEyes fourEyes,
            SettledDays settledDays,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.extensions = extensions;
        this.deadlines = deadlines;
        this.moveDeadline = moveDeadline;
        this.directory = directory;
        this.fourEyes = fourEyes;
        this.settledDays = settledDays;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Called by the process, in the transaction that completes the decider's step.
     *
     * @param granted whether more time is given
     * @param day the day that is granted, or null for the one asked for
     * @throws Refusal if the person may not decide, or the day is not in order; the step stays open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(CaseKey key, boolean granted, @Nullable LocalDate day) {
        Case theCase = cases.lock(key);
        Extension asked =
                extensions.pending(key).orElseThrow(() -> new Refusal.Conflict("refusal.someoneWasFaster").about(key));
        Person me = directory.person(Actor.required()).orElseThrow();
        check(me, key, asked);
        if (!granted) {
            extensions.decided(key, asked.number(), Extension.Decision.REFUSED, null, me.id(), clock.instant());
            events.publishEvent(new ExtensionDecided(key, false, null));
            return;
        }
        LocalDate grantedOn = day == null ? asked.askedOn() : day;
        WorkingDays days = settledDays.known();
        RequestExtension.inOrder(theCase, grantedOn, days);
        extensions.decided(key, asked.number(), Extension.Decision.GRANTED, grantedOn, me.id(), clock.instant());
        events.publishEvent(new ExtensionDecided(key, true, grantedOn));
        moveDeadline.move(
                theCase,
                days.onOrBefore(grantedOn),
                grantedOn,
                DeadlineMove.Cause.EXTENSION,
                asked.reason(),
                clock.instant());
    }

    /** Never the unit itself; the plan office only while leaders have delegated it. */
    private void check(Person me, CaseKey key, Extension asked) {
        if (me.worksIn(key.unit()) || fourEyes.bars(me.id(), List.of(asked.by()))) {
            throw new Refusal.Forbidden("refusal.ownExtension").about(key);
        }
        boolean delegated = me.in(Groups.PLAN_OFFICE)
                && deadlines.delegations().stream().anyMatch(delegation -> delegation.holdsOn(clock.today()));
        if (!me.in(Groups.LEADER) && !delegated) {
            throw new Refusal.Forbidden("refusal.extensionNotDelegated").about(key);
        }
    }

    /**
     * A request for more time was answered.
     *
     * @param caseKey the case
     * @param granted whether more time is given
     * @param grantedOn until when, or null
     */
    public record ExtensionDecided(
            CaseKey caseKey, boolean granted, @Nullable LocalDate grantedOn) implements Recorded {}
}
