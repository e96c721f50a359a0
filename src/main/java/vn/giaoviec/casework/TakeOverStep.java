package vn.giaoviec.casework;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.Workflow;

/** Whoever stands in for a colleague takes over a step that the colleague has, to work it in Tasklist or hand it on there. */
@Service
public class TakeOverStep {
    private final Workflow workflow;
    private final Directory directory;
    private final StepAccess access;
    private final ApplicationEventPublisher events;

    TakeOverStep(Workflow workflow, Directory directory, StepAccess access, ApplicationEventPublisher events) {
        this.workflow = workflow;
        this.directory = directory;
        this.access = access;
        this.events = events;
    }

    /**
     * @throws Refusal if the step is gone, or is not of somebody for whom the signed-in person stands in today
     */
    @Transactional
    public void takeOver(String taskId) {
        Person me = directory.me();
        OpenStep step = workflow.openStep(taskId).orElseThrow(() -> new Refusal.Conflict("refusal.stepIsGone"));
        String away = access.check(step, me).actingFor();
        if (away == null || !away.equals(step.assignee())) {
            throw new Refusal.Conflict("refusal.nothingToTakeOver").about(step.caseKey());
        }
        workflow.handTo(taskId, me.id());
        events.publishEvent(new StepTakenOver(step.caseKey(), taskId, step.element(), away));
    }

    /**
     * Somebody took over a step of a colleague for whom they stand in.
     *
     * @param caseKey the case
     * @param taskId the step
     * @param element its id in the model
     * @param actingFor who had it
     */
    record StepTakenOver(CaseKey caseKey, String taskId, String element, String actingFor) implements Recorded {}
}
