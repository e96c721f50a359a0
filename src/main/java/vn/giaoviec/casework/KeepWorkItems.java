package vn.giaoviec.casework;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.workflow.CaseEnded;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.StepClosed;
import vn.giaoviec.workflow.StepOpened;

/** Keeps our own picture of what waits and what ended, in the engine's transaction. */
@Component
class KeepWorkItems {
    private final WorkItemTable items;
    private final CaseTable cases;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    KeepWorkItems(WorkItemTable items, CaseTable cases, BusinessClock clock, ApplicationEventPublisher events) {
        this.items = items;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(StepOpened opened) {
        OpenStep step = opened.step();
        Case theCase = cases.find(step.caseKey()).orElseThrow();
        WorkItem item = new WorkItem(
                step.taskId(),
                step.caseKey(),
                theCase.runNumber(),
                step.process(),
                step.element(),
                step.name(),
                clock.instant(),
                null,
                null,
                null,
                null);
        items.insert(item, step.definition(), step.assignee(), opened.dueAt(), step.groups());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(StepClosed closed) {
        items.close(closed.taskId(), clock.instant());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(CaseEnded ended) {
        Case.State state = Case.State.endedBy(ended.end());
        cases.ended(ended.caseKey(), state, ended.end(), clock.instant());
        events.publishEvent(new CaseClosed(ended.caseKey(), state, ended.end()));
    }

    /**
     * A case reached its end.
     *
     * @param caseKey the case
     * @param state what became of it
     * @param end the end event reached
     */
    record CaseClosed(CaseKey caseKey, Case.State state, String end) implements Recorded {}
}
