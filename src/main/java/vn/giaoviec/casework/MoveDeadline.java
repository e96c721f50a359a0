package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.workflow.Workflow;

/** Moves a deadline everywhere at once: the case, its waiting steps and its timer; the original one stays to be seen. */
@Component
class MoveDeadline {
    private final CaseTable cases;
    private final WorkItemTable items;
    private final DeadlineTable deadlines;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;

    MoveDeadline(
            CaseTable cases,
            WorkItemTable items,
            DeadlineTable deadlines,
            Workflow workflow,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.items = items;
        this.deadlines = deadlines;
        this.workflow = workflow;
        this.events = events;
    }

    /** Moves it to a day that a decision set. */
    void move(Case theCase, LocalDate to, DeadlineMove.Cause cause, String reason, Instant at) {
        move(theCase, to, to, cause, reason, at);
    }

    /**
     * @param setOn the day a decision set, working day or not; null if the plan's words rule as before
     */
    void move(
            Case theCase,
            LocalDate to,
            @Nullable LocalDate setOn,
            DeadlineMove.Cause cause,
            String reason,
            Instant at) {
        CaseKey key = theCase.key();
        if (to.equals(theCase.dueOn())) {
            return;
        }
        int extension = cause == DeadlineMove.Cause.EXTENSION ? 1 : 0;
        cases.moved(key, to, setOn, extension, at);
        deadlines.move(key, new DeadlineMove(cause, theCase.dueOn(), to, reason, at, Actor.current()));
        items.dueMoved(key, endOf(theCase.dueOn()), endOf(to));
        items.listedDueMoved(key, endOf(theCase.dueOn()), endOf(to));
        LocalDate internal = theCase.internalDueOn();
        if (internal != null && internal.isAfter(to)) {
            items.dueMoved(key, endOf(internal), endOf(to));
        }
        workflow.moveDue(key, endOf(to));
        events.publishEvent(new DeadlineMoved(key, cause, theCase.dueOn(), to, reason));
    }

    /** A due day ends with its last second. */
    static Instant endOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(BusinessClock.ZONE).toInstant();
    }

    /**
     * A deadline was moved.
     *
     * @param caseKey the case
     * @param cause by what right
     * @param from the deadline before
     * @param to the deadline since
     * @param reason why
     */
    record DeadlineMoved(CaseKey caseKey, DeadlineMove.Cause cause, LocalDate from, LocalDate to, String reason)
            implements Recorded {}
}
