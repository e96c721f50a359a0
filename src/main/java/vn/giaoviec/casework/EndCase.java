package vn.giaoviec.casework;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.KeepWorkItems.CaseClosed;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.Workflow;

/** Ends a case from outside its process: whatever waits in it waits no more. */
@Component
class EndCase {
    private final CaseTable cases;
    private final ExtensionTable extensions;
    private final Workflow workflow;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    EndCase(
            CaseTable cases,
            ExtensionTable extensions,
            Workflow workflow,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.extensions = extensions;
        this.workflow = workflow;
        this.clock = clock;
        this.events = events;
    }

    void early(Case theCase, Case.State state, String end) {
        if (!theCase.state().isUnderWay()) {
            throw new Refusal.Conflict("refusal.caseHasEnded").about(theCase.key());
        }
        cases.ended(theCase.key(), state, end, clock.instant());
        extensions.lapse(theCase.key(), clock.instant());
        workflow.stop(theCase.key(), end);
        events.publishEvent(new CaseClosed(theCase.key(), state, end));
    }
}
