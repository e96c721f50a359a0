package vn.giaoviec.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/**
 * Another unit carries a case on (chuyển đơn vị), as departments merge or competence was assigned wrongly. It starts there
 * anew, with the deadlines as they are; what was done so far stays in the old case, and each points to the other.
 */
@Service
public class HandOver {
    private final Orders orders;
    private final EndCase endCase;
    private final OpenCases openCases;
    private final CaseTable cases;
    private final Plans plans;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    HandOver(
            Orders orders,
            EndCase endCase,
            OpenCases openCases,
            CaseTable cases,
            Plans plans,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.endCase = endCase;
        this.openCases = openCases;
        this.cases = cases;
        this.plans = plans;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param unit code of the unit that is to carry it on
     * @param command names the form that is sent; the same form sent again does nothing
     * @throws Refusal if the actor is not of the plan office, something is missing, the case has ended, or that unit does
     *     not exist or has the assignment already
     */
    @Transactional
    public void handOver(CaseKey key, String unit, String document, String reason, UUID command) {
        orders.take(key, CaseOrder.Kind.HAND_OVER, document, reason, command, unit)
                .ifPresent(theCase -> {
                    if (theCase.state() == Case.State.SUSPENDED) {
                        // its deadline is settled when it is resumed, and carried over then
                        throw new Refusal.Conflict("refusal.resumeFirst").about(key);
                    }
                    CaseKey next = new CaseKey(
                            key.year(),
                            key.assignment(),
                            existing(unit, clock.today()).code());
                    if (cases.find(next).isPresent()) {
                        throw new Refusal("refusal.unitHasItAlready", next.unit()).about(key);
                    }
                    go(theCase, next, true);
                });
    }

    /**
     * The unit has ended: its successor carries the case on, with a case of its own of this assignment if it has one under way.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void toSuccessor(CaseKey key, String successor, String document, String reason, UUID command) {
        orders.take(key, CaseOrder.Kind.HAND_OVER, document, reason, command, successor)
                .ifPresent(theCase -> {
                    CaseKey next = new CaseKey(key.year(), key.assignment(), successor);
                    go(theCase, next, cases.find(next).isEmpty());
                });
    }

    private void go(Case theCase, CaseKey next, boolean anew) {
        CaseKey key = theCase.key();
        endCase.early(theCase, Case.State.HANDED_OVER, "end_handedOver");
        if (anew) {
            openCases.carryOn(
                    theCase,
                    next,
                    plans.assignment(key.year(), key.assignment()).orElseThrow());
        }
        cases.handedTo(key, next);
        events.publishEvent(new CaseHandedOver(key, next));
    }

    private Unit existing(String code, LocalDate today) {
        return directory
                .unit(code)
                .filter(unit -> unit.existsOn(today))
                .orElseThrow(() -> new Refusal("refusal.noSuchUnit", code));
    }

    /**
     * Another unit carries a case on.
     *
     * @param caseKey the case that ended so
     * @param next the case that goes on
     */
    public record CaseHandedOver(CaseKey caseKey, CaseKey next) implements Recorded {}
}
