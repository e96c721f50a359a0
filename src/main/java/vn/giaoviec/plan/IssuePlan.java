package vn.giaoviec.plan;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** Freezes a plan and makes it binding for the units. Only the plan office does it, once. */
@Service
public class IssuePlan {
    private final PlanTable table;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    IssuePlan(PlanTable table, Directory directory, BusinessClock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Who may issue plans, if whoever is signed in may.
     *
     * @throws Refusal.Forbidden if not
     */
    public Person mayIssue() {
        Person me = directory.me();
        if (!me.in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeIssues");
        }
        return me;
    }

    /**
     * @throws Refusal if the actor is not of the plan office, the year has no plan, or it was issued before
     */
    @Transactional
    public void issue(int year) {
        Person me = mayIssue();
        Plan plan = table.plan(year).orElseThrow(() -> new Refusal.NotFound("refusal.noPlan", year));
        if (!table.open(year, clock.instant(), me.id())) {
            throw new Refusal.Conflict("refusal.alreadyIssued", plan.number());
        }
        events.publishEvent(new PlanIssued(year, plan.number()));
    }

    /**
     * A plan was issued to the units.
     *
     * @param year the plan year
     * @param number the plan's number
     */
    public record PlanIssued(int year, String number) implements Recorded {}
}
