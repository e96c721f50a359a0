package vn.giaoviec.plan;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/** A decision adds assignments to a plan that is issued; what the plan has stays as it is. */
@Service
public class AddAssignments {
    private static final int LONGEST_DOCUMENT = 200;

    private final PlanTable table;
    private final TakenPlanTable taken;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    AddAssignments(PlanTable table, TakenPlanTable taken, Directory directory, ApplicationEventPublisher events) {
        this.table = table;
        this.taken = taken;
        this.directory = directory;
        this.events = events;
    }

    /**
     * @param year the plan year
     * @param added assignments with codes the plan does not have
     * @param units units they may name; those that the directory knows stay as they are there
     * @param document number and date of the decision
     * @param file the file they came from; empty if they were pasted
     * @param sha256 SHA-256 of its bytes
     * @throws Refusal if the actor is not of the plan office, the document is missing, or the year has no issued plan
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(int year, List<Assignment> added, List<Unit> units, String document, String file, String sha256) {
        if (!directory.me().in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeImports");
        }
        named(document);
        if (table.plan(year).filter(Plan::isIssued).isEmpty()) {
            throw new Refusal.Conflict("refusal.planNotIssued", year);
        }
        directory.learn(units);
        taken.insert(year, added, table.codes(year).size());
        events.publishEvent(new AssignmentsAdded(
                year, added.stream().map(Assignment::code).toList(), document.strip(), file, sha256));
    }

    /** A decision has a number and a date. */
    static void named(String document) {
        if (document.isBlank() || document.length() > LONGEST_DOCUMENT) {
            throw new Refusal("refusal.amendmentDocument", LONGEST_DOCUMENT);
        }
    }

    /**
     * Assignments were added to an issued plan.
     *
     * @param year the plan year
     * @param codes their codes
     * @param document number and date of the decision
     * @param file the file they came from
     * @param sha256 SHA-256 of its bytes
     */
    public record AssignmentsAdded(int year, List<String> codes, String document, String file, String sha256)
            implements Recorded {}
}
