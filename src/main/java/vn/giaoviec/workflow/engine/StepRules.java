package vn.giaoviec.workflow.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaoviec.workflow.StepRule;

/** Reads the rules of human steps from the deployed models, once per process definition. */
@Component
class StepRules {
    private final RepositoryService repository;
    private final Map<String, Map<String, StepRule>> byDefinition = new ConcurrentHashMap<>();

    StepRules(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * @throws IllegalStateException if the model has no such step: a bug, since the engine just told us of it
     */
    StepRule of(String definition, String element) {
        StepRule rule = byDefinition.computeIfAbsent(definition, this::read).get(element);
        if (rule == null) {
            throw new IllegalStateException("no step " + element + " in " + definition);
        }
        return rule;
    }

    private Map<String, StepRule> read(String definition) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition);
        if (model == null) {
            throw new ProcessEngineException("no model for " + definition);
        }
        return model.getModelElementsByType(UserTask.class).stream()
                .collect(Collectors.toUnmodifiableMap(UserTask::getId, StepRules::parse));
    }

    static StepRule parse(UserTask task) {
        Map<String, String> properties = properties(task);
        return new StepRule(
                properties.get("decision"),
                codes(properties, "options"),
                Set.copyOf(codes(properties, "reason")),
                Set.copyOf(codes(properties, "evidence")),
                fields(properties.getOrDefault("fields", "")),
                Set.copyOf(codes(properties, "notBy")));
    }

    private static Map<String, String> properties(UserTask task) {
        return task.getExtensionElements() == null
                ? Map.of()
                : task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }

    private static List<String> codes(Map<String, String> properties, String name) {
        return split(properties.getOrDefault(name, ""), ",");
    }

    /** {@code result:text! channels:flags(press|radio)!} */
    private static List<StepRule.Field> fields(String text) {
        return split(text, "\\s+").stream().map(StepRules::field).toList();
    }

    private static StepRule.Field field(String text) {
        boolean required = text.endsWith("!");
        String declared = required ? text.substring(0, text.length() - 1) : text;
        int colon = declared.indexOf(':');
        String name = declared.substring(0, colon);
        String kind = declared.substring(colon + 1);
        int bracket = kind.indexOf('(');
        return bracket < 0
                ? new StepRule.Field(name, kind(kind), List.of(), required)
                : new StepRule.Field(
                        name,
                        kind(kind.substring(0, bracket)),
                        split(kind.substring(bracket + 1, kind.length() - 1), "\\|"),
                        required);
    }

    private static StepRule.Kind kind(String name) {
        return StepRule.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
