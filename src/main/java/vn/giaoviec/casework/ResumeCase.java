package vn.giaoviec.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.Workflow;

/** A suspended case goes on; the working days for which it lay are added to its deadline. */
@Service
public class ResumeCase {
    private final Orders orders;
    private final CaseTable cases;
    private final DeadlineTable deadlines;
    private final MoveDeadline moveDeadline;
    private final Workflow workflow;
    private final WorkingDays workingDays;
    private final BusinessClock clock;

    ResumeCase(
            Orders orders,
            CaseTable cases,
            DeadlineTable deadlines,
            MoveDeadline moveDeadline,
            Workflow workflow,
            WorkingDays workingDays,
            BusinessClock clock) {
        this.orders = orders;
        this.cases = cases;
        this.deadlines = deadlines;
        this.moveDeadline = moveDeadline;
        this.workflow = workflow;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * @param command names the form that is sent; the same form sent again does nothing
     * @throws Refusal if the actor is not of the plan office, something is missing, or the case is not suspended
     */
    @Transactional
    public void resume(CaseKey key, String document, String reason, UUID command) {
        orders.take(key, CaseOrder.Kind.RESUME, document, reason, command).ifPresent(theCase -> {
            if (!cases.turned(key, Case.State.SUSPENDED, Case.State.OPEN, clock.instant())) {
                throw new Refusal.Conflict("refusal.caseNotSuspended").about(key);
            }
            workflow.resume(key);
            moveDeadline.move(
                    theCase, afterPause(theCase), DeadlineMove.Cause.RESUMPTION, document.strip(), clock.instant());
        });
    }

    /** What was late when it was laid aside stays as late as it was. */
    private LocalDate afterPause(Case theCase) {
        LocalDate since = LocalDate.ofInstant(deadlines.lastSuspension(theCase.key()), BusinessClock.ZONE);
        WorkingDays days = workingDays.known();
        int pause = days.between(since, clock.today());
        return theCase.dueOn().isBefore(since) ? theCase.dueOn() : days.after(theCase.dueOn(), pause);
    }
}
