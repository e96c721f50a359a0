package vn.giaoviec.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.testing.EngineTest;

/** Also the system itself deploys no model that brings code. */
@EngineTest
class PlainModelsTest {
    private static final String FRAME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="thu">
              <process id="thu" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="a"/>
                %s
              </process>
            </definitions>
            """;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='a' scriptFormat='javascript'><script>1</script></scriptTask>",
                "<scriptTask id='a' scriptFormat='groovy' camunda:resource='deployment://x.groovy'/>",
                "<serviceTask id='a' camunda:class='java.lang.Object'/>",
                "<serviceTask id='a' camunda:expression='${bean}'/>",
                "<serviceTask id='a' camunda:type='shell'><extensionElements><camunda:field name='command'"
                        + " stringValue='id'/></extensionElements></serviceTask>",
                // the engine's own mail task cannot even be parsed: its library is not on the class path
                "<serviceTask id='a' camunda:delegateExpression='${bean.call()}'/>",
                "<serviceTask id='a' camunda:delegateExpression='${a.b}'/>",
                "<businessRuleTask id='a' camunda:decisionRef='x'/>",
                "<serviceTask id='a' camunda:delegateExpression='${bean}'><extensionElements><camunda:executionListener"
                        + " event='start'><camunda:script scriptFormat='javascript'>1</camunda:script>"
                        + "</camunda:executionListener></extensionElements></serviceTask>",
                "<serviceTask id='a' camunda:delegateExpression='${bean}'><extensionElements><camunda:connector>"
                        + "<camunda:connectorId>http</camunda:connectorId></camunda:connector></extensionElements>"
                        + "</serviceTask>",
                "<userTask id='a'><extensionElements><camunda:taskListener event='create' class='java.lang.Object'/>"
                        + "</extensionElements></userTask>",
                "<userTask id='a' name='${x.getClass()}'/>",
                "<userTask id='a' camunda:assignee=\"#{''.getClass()}\"/>",
                "<userTask id='a' camunda:dueDate='${now[0]}'/>",
                "<callActivity id='a' calledElement='x' camunda:variableMappingClass='java.lang.Object'/>",
                "<userTask id='a'/><sequenceFlow id='g' sourceRef='a' targetRef='b'><conditionExpression"
                        + " xsi:type='tFormalExpression' language='javascript'>${a.b}</conditionExpression></sequenceFlow>"
                        + "<endEvent id='b'/>"
            })
    void aModelWithCodeIsNotDeployed(String content) {
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> deploy(content))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("models bring no code of their own");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aPlainModelIs() {
        String id = deploy("<userTask id='a' camunda:candidateGroups='${unit}.head' camunda:dueDate='${dueOn}'/>");
        repository.deleteDeployment(id, true);
    }

    private String deploy(String content) {
        return repository
                .createDeployment()
                .addString("thu.bpmn", FRAME.formatted(content))
                .deploy()
                .getId();
    }
}
