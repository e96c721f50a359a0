package vn.giaoviec.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models are code, and keep to conventions as code does. */
class ModelRulesTest {
    private static final Path BPMN = Path.of("bpmn");
    private static final Pattern ID = Pattern.compile(
            "(start|end|task|service|call|gateway|flow|timer|definition|instances|watch)_[a-z][A-Za-z]+");
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{!?\\w+}|\\$\\{\\w+ == '\\w+'( \\|\\| \\w+ == '\\w+')*}");
    private static final Set<String> GROUPS = Set.of(
            "${unit}.head",
            "${unit}.staff",
            "${appraiser}.head",
            "${appraiser}.staff",
            "${consultedUnit}.head",
            "${consultedUnit}.staff",
            "plan-office",
            "leader",
            "${deciders}");
    private static final Set<String> SPINE = Set.of(
            "task_receive",
            "task_resolveSentBack",
            "task_assign",
            "task_carryOut",
            "task_submit",
            "task_approve",
            "task_accept");

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(BPMN)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> groups() throws IOException {
        return models().stream()
                .filter(file -> !file.getParent().endsWith("shared"))
                .toList();
    }

    @Test
    void thereIsOneModelForEachSolutionGroup() throws IOException {
        assertThat(groups())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "communications.bpmn",
                        "international.bpmn",
                        "public-private.bpmn",
                        "research.bpmn",
                        "resources.bpmn");
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsAreSpokenAndTheProcessIsNamedAfterItsFile(Path file) {
        BpmnModelInstance model = read(file);
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        assertThat(process.getName()).isNotBlank();
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(process.getCamundaVersionTag()).isNotBlank();
        assertThat(model.getModelElementsByType(FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches(ID));
        assertThat(model.getModelElementsByType(EndEvent.class))
                .allSatisfy(end -> assertThat(end.getName()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyHumanStepTellsWhatToDoToWhomAndByWhen(Path file) {
        for (UserTask task : read(file).getModelElementsByType(UserTask.class)) {
            assertThat(task.getName()).as(task.getId()).isNotBlank();
            assertThat(task.getDocumentations())
                    .as("documentation of %s", task.getId())
                    .hasSize(1);
            assertThat(task.getDocumentations()
                            .iterator()
                            .next()
                            .getTextContent()
                            .strip())
                    .as(task.getId())
                    .hasSizeGreaterThan(30);
            assertThat(split(task.getCamundaCandidateGroups()))
                    .as(task.getId())
                    .isNotEmpty()
                    .isSubsetOf(GROUPS);
            assertThat(task.getCamundaDueDate()).as(task.getId()).isIn("${dueOn}", "${consultUntil}", "${reportDueOn}");
            assertThat(task.getCamundaFormKey()).isEqualTo("embedded:deployment:step.html");
            assertThat(task.getCamundaAssignee())
                    .as("who has %s", task.getId())
                    .isEqualTo(task.getCamundaCandidateGroups().equals("${unit}.staff") ? "${officer}" : null);
        }
        assertThat(Files.exists(BPMN.resolve("shared/step.html"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyChoiceLeadsSomewhereAndEveryRuleNamesWhatExists(Path file) {
        BpmnModelInstance model = read(file);
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            Map<String, String> rule = rule(task);
            assertThat(rule.keySet())
                    .as(task.getId())
                    .isSubsetOf("decision", "options", "reason", "evidence", "fields", "notBy");
            List<String> options = split(rule.get("options"));
            assertThat(rule.containsKey("decision")).isEqualTo(!options.isEmpty());
            assertThat(options).as(task.getId()).containsAll(split(rule.get("reason")));
            split(rule.get("notBy")).forEach(other -> assertThat((Object) model.getModelElementById(other))
                    .as("%s named by %s", other, task.getId())
                    .isInstanceOf(UserTask.class));
            routed(model, rule, options);
        }
    }

    /** If any gateway asks for a decision, it must know every option of it. */
    private static void routed(BpmnModelInstance model, Map<String, String> rule, List<String> options) {
        String decision = rule.get("decision");
        String conditions = model.getModelElementsByType(ConditionExpression.class).stream()
                .map(BaseElement::getTextContent)
                .filter(condition -> condition.contains(decision + " =="))
                .collect(Collectors.joining());
        if (!conditions.isEmpty()) {
            assertThat(options).allSatisfy(option -> assertThat(conditions).contains("'" + option + "'"));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void gatewaysAskAndTheirAnswersAreNamedAndPlain(Path file) {
        BpmnModelInstance model = read(file);
        Stream.concat(
                        model.getModelElementsByType(ExclusiveGateway.class).stream(),
                        model.getModelElementsByType(InclusiveGateway.class).stream())
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                    gateway.getOutgoing().forEach(flow -> {
                        assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                        assertThat(flow.getConditionExpression().getTextContent())
                                .as(flow.getId())
                                .matches(CONDITION);
                    });
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void onlyDelegateExpressionsDoTheWork(Path file) {
        BpmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(ServiceTask.class)).allSatisfy(service -> {
            assertThat(service.getCamundaDelegateExpression()).matches("\\$\\{\\w+}");
            assertThat(service.getCamundaClass()).isNull();
            assertThat(service.getCamundaExpression()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyElementIsDrawn(Path file) {
        BpmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(FlowNode.class))
                .allSatisfy(node ->
                        assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .allSatisfy(flow ->
                        assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull());
    }

    @Test
    void theSpineIsTheSameInAllFiveModels() throws IOException {
        for (String step : SPINE) {
            Set<String> variants = groups().stream()
                    .map(ModelRulesTest::read)
                    .map(model -> describe(model.getModelElementById(step)))
                    .collect(Collectors.toSet());
            assertThat(variants).as(step).hasSize(1);
        }
    }

    private static String describe(UserTask task) {
        return task.getName()
                + task.getDocumentations().iterator().next().getTextContent()
                + task.getCamundaCandidateGroups()
                + rule(task);
    }

    private static Map<String, String> rule(UserTask task) {
        Collection<CamundaProperties> properties = task.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .list();
        return properties.stream()
                .flatMap(all -> all.getCamundaProperties().stream())
                .collect(Collectors.toMap(
                        CamundaProperty::getCamundaName,
                        CamundaProperty::getCamundaValue,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static List<String> split(String codes) {
        return codes == null ? List.of() : Arrays.asList(codes.split(",", -1));
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }
}
