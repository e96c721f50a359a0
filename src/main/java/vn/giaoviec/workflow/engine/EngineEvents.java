package vn.giaoviec.workflow.engine;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.CaseEnded;
import vn.giaoviec.workflow.CompletionRule;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.StepClosed;
import vn.giaoviec.workflow.StepOpened;

/**
 * The only bridge from the engine's events to ours. The engine's Spring event bridge calls it in the engine's thread and
 * transaction, for every process, so that no model can forget a listener.
 */
@Component
class EngineEvents {
    private final ApplicationEventPublisher events;
    private final ObjectProvider<CompletionRule> completionRule;
    private final StepRules rules;
    private final OpenedSteps opened;
    private final Clock businessClock;

    EngineEvents(
            ApplicationEventPublisher events,
            ObjectProvider<CompletionRule> completionRule,
            StepRules rules,
            OpenedSteps opened,
            BusinessClock businessClock) {
        this.events = events;
        this.completionRule = completionRule;
        this.rules = rules;
        this.opened = opened;
        this.businessClock = businessClock;
    }

    @EventListener
    void on(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> opened(task);
            case TaskListener.EVENTNAME_COMPLETE -> completing(task);
            case TaskListener.EVENTNAME_DELETE -> {
                opened.tell();
                events.publishEvent(new StepClosed(task.getId(), actor()));
            }
            default -> {
                // who has a step is the engine's affair
            }
        }
    }

    private void opened(DelegateTask task) {
        Date due = task.getDueDate();
        OpenStep step = step(task);
        opened.opened(new StepOpened(
                step,
                due == null ? null : due.toInstant(),
                rules.of(step.definition(), step.element()).decision() != null));
    }

    private void completing(DelegateTask task) {
        opened.tell();
        String actor = actor();
        if (actor == null) {
            throw new Refusal.Forbidden("refusal.nobodySignedIn");
        }
        OpenStep step = step(task);
        Map<String, Object> variables;
        try {
            variables = completionRule.getObject().complete(step, rules.of(step.definition(), step.element()), actor);
        } catch (Refusal refusal) {
            throw refusal.about(step.caseKey());
        }
        ServerWrites.fromHereOn();
        variables.forEach(task.getExecution()::setVariable);
    }

    @EventListener
    void on(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        if (ExecutionListener.EVENTNAME_TAKE.equals(execution.getEventName())) {
            TakenFlows.add(new FlowTable.Taken(
                    CaseKey.of(key),
                    execution.getProcessDefinitionId(),
                    execution.getCurrentTransitionId(),
                    businessClock.instant()));
        } else if (endsCase(execution)) {
            opened.tell();
            events.publishEvent(new CaseEnded(
                    CaseKey.of(key),
                    ProcessNames.of(execution.getProcessDefinitionId()),
                    execution.getCurrentActivityId()));
        }
    }

    private static boolean endsCase(DelegateExecution execution) {
        return ExecutionListener.EVENTNAME_START.equals(execution.getEventName())
                && execution.getCurrentActivityId() != null
                && execution.getCurrentActivityId().startsWith("end_")
                && execution.getProcessInstance().getSuperExecution() == null
                // not an end inside the process, such as that of the watch over its deadline
                && execution.getProcessInstanceId().equals(execution.getParentActivityInstanceId());
    }

    private static OpenStep step(DelegateTask task) {
        return new OpenStep(
                task.getId(),
                task.getProcessDefinitionId(),
                ProcessNames.of(task.getProcessDefinitionId()),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getDescription() == null ? "" : task.getDescription(),
                CaseKey.of(task.getExecution().getProcessBusinessKey()),
                task.getAssignee(),
                task.getCandidates().stream()
                        .map(link -> link.getGroupId())
                        .filter(group -> group != null)
                        .toList(),
                Parts.of(task.getProcessDefinitionId(), () -> task.getVariable(Parts.VARIABLE)));
    }

    private static @Nullable String actor() {
        IdentityService identity = Context.getProcessEngineConfiguration().getIdentityService();
        Authentication authentication = identity.getCurrentAuthentication();
        return authentication == null ? null : authentication.getUserId();
    }
}
