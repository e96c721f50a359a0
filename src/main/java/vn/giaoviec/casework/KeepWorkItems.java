package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
import vn.giaoviec.workflow.StepsOpened;
import vn.giaoviec.workflow.Workflow;

/** Keeps our own picture of what waits and what ended, in the engine's transaction. */
@Component
class KeepWorkItems {
    private final WorkItemTable items;
    private final CaseTable cases;
    private final ExtensionTable extensions;
    private final Workflow workflow;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    KeepWorkItems(
            WorkItemTable items,
            CaseTable cases,
            ExtensionTable extensions,
            Workflow workflow,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.items = items;
        this.cases = cases;
        this.extensions = extensions;
        this.workflow = workflow;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(StepsOpened opened) {
        items.insert(opened.steps().stream().map(this::waiting).toList());
    }

    private WorkItemTable.Opened waiting(StepOpened opened) {
        OpenStep step = opened.step();
        Case theCase = cases.known(step.caseKey());
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
                null,
                null,
                step.part());
        return new WorkItemTable.Opened(
                item,
                theCase.group(),
                step.definition(),
                step.assignee(),
                dueAt(opened, theCase),
                opened.dueAt(),
                opened.decides(),
                step.groups());
    }

    /** The officer's work is due when the head wants it, if that is earlier. */
    private static @Nullable Instant dueAt(StepOpened opened, Case theCase) {
        Instant dueAt = opened.dueAt();
        LocalDate internal = theCase.internalDueOn();
        return opened.step().assignee() != null
                        && internal != null
                        && MoveDeadline.endOf(theCase.dueOn()).equals(dueAt)
                ? MoveDeadline.endOf(internal)
                : dueAt;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(StepClosed closed) {
        items.close(closed.taskId(), clock.instant());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(CaseEnded ended) {
        if (!cases.known(ended.caseKey()).process().equals(ended.process())) {
            return; // a process beside the case's own, such as an extension
        }
        if (extensions.lapse(ended.caseKey(), clock.instant())) {
            workflow.stop(ended.caseKey(), RequestExtension.PROCESS, ended.end());
        }
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
