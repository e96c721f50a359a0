package vn.giaoviec.casework;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.Workflow;

/**
 * Tells a person beside the form, before Tasklist's button is pressed through, what is still missing. It is a courtesy:
 * the same rule decides when the engine commits.
 */
@Service
public class CheckStep {
    private final Workflow workflow;
    private final Directory directory;
    private final CompleteStep completeStep;
    private final SettledStep settledStep;

    CheckStep(Workflow workflow, Directory directory, CompleteStep completeStep, SettledStep settledStep) {
        this.workflow = workflow;
        this.directory = directory;
        this.completeStep = completeStep;
        this.settledStep = settledStep;
    }

    /**
     * @throws Refusal with the reason if the signed-in person could not complete the step now
     */
    @Transactional(readOnly = true)
    public void check(String taskId) {
        OpenStep step = workflow.openStep(taskId)
                .orElseThrow(
                        () -> settledStep.answer(taskId).orElseGet(() -> new Refusal.Conflict("refusal.stepIsGone")));
        try {
            completeStep.judge(
                    step,
                    workflow.rule(step.definition(), step.element()),
                    directory.me().id());
        } catch (Refusal refusal) {
            throw refusal.about(step.caseKey());
        }
    }
}
