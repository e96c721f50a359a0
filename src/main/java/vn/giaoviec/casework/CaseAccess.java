package vn.giaoviec.casework;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Looked;
import vn.giaoviec.shared.Refusal;

/**
 * Who may read a case: the units it concerns (accountable, co-ordinating, appraising), the plan office, leaders and
 * inspectors. An administrator cares for people and settings and reads no case.
 */
@Component
public class CaseAccess {
    private final Directory directory;
    private final Plans plans;
    private final CaseTable cases;
    private final ApplicationEventPublisher events;

    CaseAccess(Directory directory, Plans plans, CaseTable cases, ApplicationEventPublisher events) {
        this.directory = directory;
        this.plans = plans;
        this.cases = cases;
        this.events = events;
    }

    /**
     * The case, if the signed-in person may read it. That an inspector looks is recorded first.
     *
     * @throws Refusal.NotFound if there is no such case
     * @throws Refusal.Forbidden if it is not the person's to read
     */
    public Case readable(CaseKey key, String at) {
        Case theCase = cases.find(key).orElseThrow(() -> new Refusal.NotFound("refusal.noCase", key));
        Person me = directory.me();
        if (!mayRead(me, theCase)) {
            throw new Refusal.Forbidden("refusal.notYourCase").about(key);
        }
        if (me.in(Groups.INSPECTOR)) {
            events.publishEvent(new Looked(key, at));
        }
        return theCase;
    }

    private boolean mayRead(Person me, Case theCase) {
        CaseKey key = theCase.key();
        return me.readsEverything()
                || me.worksIn(key.unit())
                || me.worksIn(theCase.appraiser())
                || plans.assignment(key.year(), key.assignment()).stream()
                        .flatMap(assignment -> assignment.coordinating().stream())
                        .anyMatch(unit -> me.worksIn(unit.unit()));
    }
}
