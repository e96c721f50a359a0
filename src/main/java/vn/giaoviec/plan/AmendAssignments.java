package vn.giaoviec.plan;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/**
 * A decision changes assignments of a plan that is issued; what each said before is kept beside it. Whether their cases can
 * follow is not asked here: whoever calls this moves them in the same transaction.
 */
@Service
public class AmendAssignments {
    private final PlanTable table;
    private final TakenPlanTable taken;
    private final AmendmentTable amendments;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    AmendAssignments(
            PlanTable table,
            TakenPlanTable taken,
            AmendmentTable amendments,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.taken = taken;
        this.amendments = amendments;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    /** How an assignment was amended, oldest first. */
    @Transactional(readOnly = true)
    public List<Amendment> of(int year, String assignment) {
        return amendments.of(year, assignment);
    }

    /**
     * @param year the plan year
     * @param amended the assignments as they shall be; solution group and supports stay as they are
     * @param changes what differs, field by field; of an assignment that is withdrawn, {@link PlanDifference.Field#WITHDRAWN}
     * @param units units they may name; those that the directory knows stay as they are there
     * @param document number and date of the decision
     * @param reason why
     * @throws Refusal if the actor is not of the plan office, document or reason is missing, or the plan is not issued
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void amend(
            int year,
            List<Assignment> amended,
            List<PlanDifference.Change> changes,
            List<Unit> units,
            String document,
            String reason) {
        Person me = directory.me();
        if (!me.in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeImports");
        }
        AddAssignments.named(document);
        if (reason.isBlank() || reason.length() > AmendmentTable.LONGEST_REASON) {
            throw new Refusal("refusal.amendmentReason", AmendmentTable.LONGEST_REASON);
        }
        if (table.plan(year).filter(Plan::isIssued).isEmpty()) {
            throw new Refusal.Conflict("refusal.planNotIssued", year);
        }
        directory.learn(units);
        taken.amend(year, amended);
        amendments.insert(year, changes, document.strip(), reason.strip(), me.id(), clock.instant());
        events.publishEvent(new AssignmentsAmended(
                year, changes.stream().map(PlanDifference.Change::code).toList(), document.strip()));
    }

    /**
     * Assignments of an issued plan were changed or withdrawn. Why, stands in the facts of their cases, where a decision can
     * erase it, and beside what changed.
     *
     * @param year the plan year
     * @param codes their codes
     * @param document number and date of the decision
     */
    public record AssignmentsAmended(int year, List<String> codes, String document) implements Recorded {}
}
