package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.SettledDays;
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
    private final WorkItemTable items;
    private final PeriodTable periods;
    private final Workflow workflow;
    private final SettledDays settledDays;
    private final BusinessClock clock;

    ResumeCase(
            Orders orders,
            CaseTable cases,
            DeadlineTable deadlines,
            MoveDeadline moveDeadline,
            WorkItemTable items,
            PeriodTable periods,
            Workflow workflow,
            SettledDays settledDays,
            BusinessClock clock) {
        this.orders = orders;
        this.cases = cases;
        this.deadlines = deadlines;
        this.moveDeadline = moveDeadline;
        this.items = items;
        this.periods = periods;
        this.workflow = workflow;
        this.settledDays = settledDays;
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
            UnaryOperator<LocalDate> afterPause = afterPause(key);
            moveDeadline.move(
                    theCase,
                    afterPause.apply(theCase.dueOn()),
                    DeadlineMove.Cause.RESUMPTION,
                    document.strip(),
                    clock.instant());
            moveLimits(key, afterPause);
        });
    }

    /** The working days of the pause do not count: what was late when it was laid aside stays as late as it was. */
    private UnaryOperator<LocalDate> afterPause(CaseKey key) {
        LocalDate since = LocalDate.ofInstant(deadlines.lastSuspension(key), BusinessClock.ZONE);
        WorkingDays days = settledDays.known();
        int pause = days.between(since, clock.today());
        return day -> days.after(day, pause);
    }

    /** Nor do they for opinions and reports: silence while nobody could answer is no consent. */
    private void moveLimits(CaseKey key, UnaryOperator<LocalDate> afterPause) {
        periods.of(key).forEach(period -> {
            LocalDate due = period.dueOn();
            if (due != null && !period.isAccepted()) {
                periods.due(key, period.number(), afterPause.apply(due));
            }
        });
        items.limited(key).forEach(item -> {
            Instant due = MoveDeadline.endOf(afterPause.apply(item.dueOn()));
            items.due(item.taskId(), due);
            workflow.moveLimit(item.taskId(), due);
        });
    }
}
