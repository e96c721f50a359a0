package vn.giaoviec.workflow.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import vn.giaoviec.workflow.ProcessModel;

/** The models as deployed, for drawing and for what their steps are. */
@Component
class DeployedModels {
    private final RepositoryService repository;

    /** By definition, of which a deployment never changes the model. */
    private final Map<String, ProcessModel> known = new ConcurrentHashMap<>();

    DeployedModels(RepositoryService repository) {
        this.repository = repository;
    }

    Optional<InputStream> text(String definition) {
        return repository
                                .createProcessDefinitionQuery()
                                .processDefinitionId(definition)
                                .count()
                        == 0
                ? Optional.empty()
                : Optional.of(repository.getProcessModel(definition));
    }

    Optional<ProcessModel> newest(String process) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult())
                .map(this::read);
    }

    List<ProcessModel> all() {
        return repository
                .createProcessDefinitionQuery()
                .orderByProcessDefinitionKey()
                .asc()
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    private ProcessModel read(ProcessDefinition definition) {
        return known.computeIfAbsent(definition.getId(), id -> parsed(definition));
    }

    private ProcessModel parsed(ProcessDefinition definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
        Map<String, String> calls = model.getModelElementsByType(CallActivity.class).stream()
                .collect(
                        Collectors.toMap(CallActivity::getCalledElement, FlowElement::getId, (first, second) -> first));
        return new ProcessModel(
                definition.getId(),
                definition.getKey(),
                definition.getName(),
                model.getModelElementsByType(UserTask.class).stream()
                        .map(task -> new ProcessModel.Step(task.getId(), task.getName()))
                        .toList(),
                calls);
    }
}
