package vn.giaoviec.casework;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.Workflow;

/**
 * Does a step from a page of ours: what is typed becomes the person's draft, and the step is completed with it by the same
 * command that Tasklist sends. Whatever the rule says, the draft stays.
 */
@Service
public class DecideStep {
    private final SaveDraft saveDraft;
    private final SettledStep settledStep;
    private final Workflow workflow;

    DecideStep(SaveDraft saveDraft, SettledStep settledStep, Workflow workflow) {
        this.saveDraft = saveDraft;
        this.settledStep = settledStep;
        this.workflow = workflow;
    }

    /**
     * @param decision the chosen option, or null if none is chosen
     * @param reason the reason, empty if none
     * @param fields content by field name
     * @return why not, which has been recorded, or that it was done before; empty if it is done
     * @throws Refusal if the step is not the person's, or the content does not fit its fields
     */
    public Optional<Refusal> decide(
            String taskId, @Nullable String decision, String reason, Map<String, String> fields) {
        if (workflow.openStep(taskId).isEmpty()) {
            return Optional.of(gone(taskId));
        }
        try {
            saveDraft.save(taskId, decision, reason, fields);
        } catch (Refusal.Conflict meanwhile) {
            return Optional.of(gone(taskId));
        }
        return workflow.complete(taskId);
    }

    private Refusal gone(String taskId) {
        return settledStep.answer(taskId).orElseGet(() -> new Refusal.Conflict("refusal.stepIsGone"));
    }
}
