package vn.giaoviec.workflow.engine;

import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.ProcessModel;
import vn.giaoviec.workflow.StepRule;
import vn.giaoviec.workflow.Trail;
import vn.giaoviec.workflow.Workflow;

/** The door, opened onto Camunda. */
@Component
class CamundaWorkflow implements Workflow {
    /** The timer on the deadline of a case; every process of a case has one. */
    private static final String WATCH = "timer_deadline";

    /** Where the processes beside a case's own keep until when their steps are due. */
    private static final List<String> LIMITS = List.of("consultUntil", "reportDueOn");
    /** Parts of units beside the lead: the process runs on with them. */
    private static final List<String> UNITS = List.of("appraiser", "consultedUnit");

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final SubmitStep submitStep;
    private final IdentityService identity;
    private final ManagementService management;
    private final ProcessEngineConfigurationImpl configuration;
    private final StepRules rules;
    private final FlowTable flows;
    private final DeployedModels models;
    private final OpenStepQuery openSteps;
    private final OpenedSteps openedSteps;

    CamundaWorkflow(
            RuntimeService runtime,
            RepositoryService repository,
            TaskService tasks,
            SubmitStep submitStep,
            IdentityService identity,
            ManagementService management,
            ProcessEngineConfigurationImpl configuration,
            StepRules rules,
            FlowTable flows,
            DeployedModels models,
            OpenStepQuery openSteps,
            OpenedSteps openedSteps) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.submitStep = submitStep;
        this.identity = identity;
        this.management = management;
        this.configuration = configuration;
        this.rules = rules;
        this.flows = flows;
        this.models = models;
        this.openSteps = openSteps;
        this.openedSteps = openedSteps;
    }

    @Override
    public String start(String process, CaseKey key, Map<String, Object> variables) {
        return unchecked(
                () -> ServerWrites.during(() -> runtime.startProcessInstanceByKey(process, key.toString(), variables)
                        .getId()));
    }

    @Override
    public void together(Runnable starts) {
        unchecked(() -> {
            openedSteps.together(starts);
            return true;
        });
    }

    @Override
    public void suspend(CaseKey key) {
        alter(() -> instances(key).forEach(instance -> runtime.suspendProcessInstanceById(instance.getId())));
    }

    @Override
    public void resume(CaseKey key) {
        alter(() -> instances(key).forEach(instance -> runtime.activateProcessInstanceById(instance.getId())));
    }

    @Override
    public void stop(CaseKey key, String reason) {
        alter(() -> instances(key).stream()
                .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason)));
    }

    @Override
    public void stop(CaseKey key, String process, String reason) {
        alter(() -> instances(key).stream()
                .filter(instance -> process.equals(ProcessNames.of(instance.getProcessDefinitionId())))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason)));
    }

    private List<ProcessInstance> instances(CaseKey key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .list();
    }

    @Override
    public void moveDue(CaseKey key, Instant dueAt) {
        alter(() -> {
            Date due = Date.from(dueAt);
            for (ProcessInstance instance : instances(key)) {
                Object before = runtime.getVariable(instance.getId(), "dueOn");
                runtime.setVariable(instance.getId(), "dueOn", due);
                tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream()
                        .filter(task -> task.getDueDate() != null
                                && before instanceof Date old
                                && task.getDueDate().toInstant().equals(old.toInstant()))
                        .forEach(task -> {
                            task.setDueDate(due);
                            tasks.saveTask(task);
                        });
                resetTimer(instance);
            }
        });
    }

    @Override
    public void resetTimer(CaseKey key) {
        alter(() -> instances(key).forEach(this::resetTimer));
    }

    private void resetTimer(ProcessInstance instance) {
        management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(WATCH)
                .list()
                .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
    }

    @Override
    public void moveLimit(String taskId, Instant dueAt) {
        alter(() -> {
            Date due = Date.from(dueAt);
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            task.setDueDate(due);
            tasks.saveTask(task);
            LIMITS.stream()
                    .filter(limit -> runtime.getVariable(task.getProcessInstanceId(), limit) != null)
                    .forEach(limit -> runtime.setVariable(task.getProcessInstanceId(), limit, due));
            management
                    .createJobQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .timers()
                    .list()
                    .forEach(job -> management.setJobDuedate(job.getId(), due));
        });
    }

    @Override
    public void passOn(CaseKey key, String fromUnit, String toUnit) {
        alter(() -> instances(key).forEach(instance -> {
            for (String part : UNITS) {
                if (fromUnit.equals(runtime.getVariable(instance.getId(), part))) {
                    runtime.setVariable(instance.getId(), part, toUnit);
                }
            }
            tasks.createTaskQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(task -> passOn(task, fromUnit, toUnit));
        }));
    }

    private void passOn(Task task, String fromUnit, String toUnit) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && group.startsWith(fromUnit + "."))
                .toList();
        groups.forEach(group -> {
            tasks.deleteCandidateGroup(task.getId(), group);
            tasks.addCandidateGroup(task.getId(), toUnit + group.substring(fromUnit.length()));
        });
        if (!groups.isEmpty() && task.getAssignee() != null) {
            tasks.setAssignee(task.getId(), null);
        }
    }

    private void alter(Runnable change) {
        unchecked(() -> ServerWrites.during(() -> {
            change.run();
            return true;
        }));
    }

    @Override
    public boolean isCatchingUp() {
        return unchecked(() -> management.createJobQuery().timers().executable().count() > 0);
    }

    @Override
    public boolean knows(String process) {
        return unchecked(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .count()
                > 0);
    }

    @Override
    public StepRule rule(String definition, String element) {
        return unchecked(() -> rules.of(definition, element));
    }

    @Override
    public Optional<OpenStep> openStep(String taskId) {
        return openSteps.find(taskId, execution -> unchecked(() -> runtime.getVariable(execution, Parts.VARIABLE)));
    }

    @Override
    public Optional<Refusal> complete(String taskId) {
        return submitStep.submit(taskId);
    }

    @Override
    public void handTo(String taskId, String person) {
        alter(() -> tasks.setAssignee(taskId, person));
    }

    @Override
    public List<Trail> trail(CaseKey key) {
        return unchecked(() -> {
            Map<String, Set<String>> taken = new LinkedHashMap<>();
            flows.of(key).forEach(flow -> taken.computeIfAbsent(flow.definition(), any -> new LinkedHashSet<>())
                    .add(flow.flow()));
            Map<String, Set<String>> active = active(key);
            return taken.entrySet().stream()
                    .map(entry ->
                            trail(entry.getKey(), entry.getValue(), active.getOrDefault(entry.getKey(), Set.of())))
                    .toList();
        });
    }

    /** Where the case waits, by process definition; called processes carry the same business key. */
    private Map<String, Set<String>> active(CaseKey key) {
        Map<String, Set<String>> active = new LinkedHashMap<>();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .list()
                .forEach(instance -> active.computeIfAbsent(
                                instance.getProcessDefinitionId(), any -> new LinkedHashSet<>())
                        .addAll(runtime.getActiveActivityIds(instance.getId())));
        return active;
    }

    private Trail trail(String definition, Set<String> taken, Set<String> active) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition);
        Set<String> walked = taken.stream()
                .map(flow -> model.<SequenceFlow>getModelElementById(flow))
                .flatMap(flow ->
                        Stream.of(flow.getSource().getId(), flow.getTarget().getId()))
                .filter(node -> !active.contains(node))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ProcessDefinition process = repository.getProcessDefinition(definition);
        return new Trail(definition, process.getKey(), process.getName(), taken, walked, active);
    }

    @Override
    public Optional<ProcessModel> newest(String process) {
        return unchecked(() -> models.newest(process));
    }

    @Override
    public List<ProcessModel> models() {
        return unchecked(models::all);
    }

    @Override
    public Optional<InputStream> model(String definition) {
        return unchecked(() -> models.text(definition));
    }

    /**
     * Runs with the engine's own rights, as the signed-in person: the caller has checked what the person may do, and
     * the engine's operation log still names them.
     */
    private <T> T unchecked(Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthenticatedUserId(Actor.current());
        try {
            return configuration
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(work::get));
        } finally {
            identity.setAuthentication(before);
        }
    }
}
