package vn.giaoviec.workflow.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.Refusal;

/** Sends the command that Tasklist sends when somebody presses its button, as that person, past none of the guards. */
@Component
class SubmitStep {
    private final FormService forms;
    private final IdentityService identity;

    SubmitStep(FormService forms, IdentityService identity) {
        this.forms = forms;
        this.identity = identity;
    }

    /** @return why it was refused, which has been recorded; empty if the step is completed */
    Optional<Refusal> submit(String taskId) {
        String person = Actor.required();
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(
                person,
                identity.createGroupQuery().groupMember(person).list().stream()
                        .map(Group::getId)
                        .toList());
        try {
            forms.submitTaskForm(taskId, Map.of());
            return Optional.empty();
        } catch (RefusedCompletion refused) {
            return Optional.of(refused.refusal());
        } catch (AuthorizationException denied) {
            return Optional.of(new Refusal.Forbidden("refusal.notYourStep"));
        } finally {
            identity.setAuthentication(before);
        }
    }
}
