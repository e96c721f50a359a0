package vn.giaoviec.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/**
 * A product waits for its head's approval. The officer who submitted it, a colleague and a head of another unit try to get
 * past, over HTTP and in the engine itself: nothing moves, and each attempt is written down.
 */
@EngineTest
class ApprovalBypassTest {
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String OFFICER = "officer1.stttt";
    private static final String FORGED = "{\"approval\":{\"value\":\"approved\",\"type\":\"String\"}}";

    @Autowired
    Province province;

    @Autowired
    AuditLog audit;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private CaseDriver work;
    private String task;
    private String instance;
    private String execution;

    @BeforeEach
    void aProductWaitsForApproval() {
        work = province.opens(AnAssignment.of("resources"))
                .begins()
                .does(
                        "task_classify=security",
                        "task_prepareLevelDossier",
                        "task_appraiseLevel=passed",
                        "task_approveLevel",
                        "task_carryOut",
                        "task_submit");
        task = work.step("task_approve").taskId();
        instance = province.instance(work.key()).getId();
        execution = instance;
    }

    @Test
    void noRequestGetsPast() {
        Map<String, String> scripts = new LinkedHashMap<>();
        String one = " " + ENGINE + "/task/" + task;
        String process = " " + ENGINE + "/process-instance/" + instance;
        scripts.put("POST" + one + "/complete", "{}");
        scripts.put("POST" + one + "/complete?forged", "{\"variables\":" + FORGED + "}");
        scripts.put("POST" + one + "/submit-form", "{\"variables\":{}}");
        scripts.put("POST" + one + "/submit-form?forged", "{\"variables\":" + FORGED + "}");
        scripts.put("POST" + one + "/resolve", "{\"variables\":" + FORGED + "}");
        scripts.put("POST" + one + "/claim", "{\"userId\":\"" + OFFICER + "\"}");
        scripts.put("POST" + one + "/claim?forHead", "{\"userId\":\"head.stttt\"}");
        scripts.put("POST" + one + "/claim?nobody", "{}");
        scripts.put("POST" + one + "/unclaim", "{}");
        scripts.put("POST" + one + "/assignee", "{\"userId\":\"" + OFFICER + "\"}");
        scripts.put("POST" + one + "/delegate", "{\"userId\":\"" + OFFICER + "\"}");
        scripts.put("POST" + one + "/identity-links", "{\"userId\":\"" + OFFICER + "\",\"type\":\"candidate\"}");
        scripts.put("POST" + one + "/identity-links?group", "{\"groupId\":\"STTTT.staff\",\"type\":\"candidate\"}");
        scripts.put("POST" + one + "/identity-links/delete", "{\"groupId\":\"STTTT.head\",\"type\":\"candidate\"}");
        scripts.put("PUT" + one, "{\"assignee\":\"" + OFFICER + "\"}");
        scripts.put("POST " + ENGINE + "/task/create", "{\"id\":\"x\",\"assignee\":\"" + OFFICER + "\"}");
        scripts.put("DELETE" + one, "");
        scripts.put("PUT" + one + "/variables/approval", "{\"value\":\"approved\",\"type\":\"String\"}");
        scripts.put("POST" + one + "/variables", "{\"modifications\":" + FORGED + "}");
        scripts.put("PUT" + one + "/localVariables/approval", "{\"value\":\"approved\",\"type\":\"String\"}");
        scripts.put("DELETE" + one + "/variables/unit", "");
        scripts.put("POST" + one + "/bpmnError", "{\"errorCode\":\"x\",\"variables\":" + FORGED + "}");
        scripts.put("POST" + one + "/bpmnEscalation", "{\"escalationCode\":\"x\"}");
        scripts.put("POST" + one + "/comment/create", "{\"message\":\"đã duyệt\"}");
        scripts.put("POST" + one + "/attachment/create", "{}");
        scripts.put("PUT" + process + "/variables/approval", "{\"value\":\"approved\",\"type\":\"String\"}");
        scripts.put("POST" + process + "/variables", "{\"modifications\":" + FORGED + "}");
        scripts.put(
                "POST" + process + "/modification",
                "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"task_accept\"}]}");
        scripts.put(
                "POST" + process + "/modification-async",
                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"task_approve\"}]}");
        scripts.put("DELETE" + process, "");
        scripts.put("PUT" + process + "/suspended", "{\"suspended\":true}");
        scripts.put(
                "POST " + ENGINE + "/message", "{\"messageName\":\"x\",\"processInstanceId\":\"" + instance + "\"}");
        scripts.put("POST " + ENGINE + "/signal", "{\"name\":\"x\"}");
        scripts.put("POST " + ENGINE + "/condition", "{\"variables\":" + FORGED + "}");
        scripts.put("POST " + ENGINE + "/execution/" + execution + "/signal", "{\"variables\":" + FORGED + "}");
        scripts.put(
                "PUT " + ENGINE + "/execution/" + execution + "/localVariables/approval", "{\"value\":\"approved\"}");
        scripts.put("POST " + ENGINE + "/execution/" + execution + "/messageSubscriptions/x/trigger", "{}");
        scripts.put("POST " + ENGINE + "/process-definition/key/resources/start", "{\"businessKey\":\"2024/X/STTTT\"}");
        scripts.put("POST " + ENGINE + "/process-definition/key/resources/submit-form", "{}");
        scripts.put("POST " + ENGINE + "/modification/execute", "{}");
        scripts.put("POST " + ENGINE + "/migration/execute", "{}");
        scripts.put("POST " + ENGINE + "/process-instance/delete", "{\"processInstanceIds\":[\"" + instance + "\"]}");
        scripts.put("POST " + ENGINE + "/process-instance/message-async", "{}");
        scripts.put("POST " + ENGINE + "/process-instance/variables-async", "{}");
        scripts.put("POST " + ENGINE + "/job/x/execute", "{}");
        scripts.put("PUT " + ENGINE + "/job/retries", "{\"retries\":1}");
        scripts.put("POST " + ENGINE + "/external-task/fetchAndLock", "{}");
        scripts.put("POST " + ENGINE + "/deployment/create", "{}");
        scripts.put("DELETE " + ENGINE + "/history/process-instance/" + instance, "");
        scripts.put("POST " + ENGINE + "/history/cleanup", "{}");
        scripts.put("POST " + ENGINE + "/authorization/create", "{\"type\":1,\"permissions\":[\"ALL\"]}");
        scripts.put("POST " + ENGINE + "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\"}");
        scripts.put("POST " + ENGINE + "/user/create", "{\"profile\":{\"id\":\"x\"}}");
        scripts.put("PUT " + ENGINE + "/group/STTTT.head/members/" + OFFICER, "");
        scripts.put("POST /camunda/api/admin/setup/default/user/create", "{\"profile\":{\"id\":\"x\"}}");

        List<String> tries = new ArrayList<>();
        for (String person : List.of(OFFICER, "officer2.stttt", "head.snv")) {
            TasklistClient client = TasklistClient.signIn(port, person);
            scripts.forEach((call, body) -> {
                String[] parts = call.split(" ", 2);
                long before = lastEntry();
                HttpResponse<String> answer = client.engine(parts[0], parts[1], body.replace(OFFICER, person));
                tries.add(call);
                assertThat(answer.statusCode())
                        .as("%s %s: %s", person, call, answer.body())
                        .isBetween(400, 499);
                assertThat(audit.after(before))
                        .as("%s %s is written down", person, call)
                        .anyMatch(entry -> entry.refused() && person.equals(entry.actor()));
                stillWaits();
            });
        }
        assertThat(tries).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void noCommandOfTheEngineGetsPast() {
        var tasks = engine.getTaskService();
        var runtime = engine.getRuntimeService();
        var forged = Variables.createVariables().putValue("approval", "approved");
        List<Runnable> scripts = List.of(
                () -> tasks.complete(task),
                () -> tasks.complete(task, forged),
                () -> engine.getFormService().submitTaskForm(task, Map.of()),
                () -> engine.getFormService().submitTaskForm(task, forged),
                () -> tasks.claim(task, OFFICER),
                () -> tasks.claim(task, "head.stttt"),
                () -> tasks.setAssignee(task, OFFICER),
                () -> tasks.setAssignee(task, null),
                () -> tasks.setOwner(task, OFFICER),
                () -> tasks.delegateTask(task, OFFICER),
                () -> tasks.resolveTask(task),
                () -> tasks.addCandidateUser(task, OFFICER),
                () -> tasks.addCandidateGroup(task, "STTTT.staff"),
                () -> tasks.deleteCandidateGroup(task, "STTTT.head"),
                () -> tasks.setPriority(task, 99),
                () -> tasks.deleteTask(task),
                () -> tasks.setVariable(task, "approval", "approved"),
                () -> tasks.handleBpmnError(task, "x"),
                () -> tasks.createComment(task, instance, "đã duyệt"),
                () -> tasks.getTaskComments(task),
                () -> tasks.getProcessInstanceComments(instance),
                () -> tasks.createAttachment("x", task, instance, "x", "x", "http://x"),
                () -> tasks.getTaskAttachments(task),
                () -> tasks.getProcessInstanceAttachments(instance),
                () -> tasks.deleteAttachment("x"),
                () -> tasks.deleteTaskComment(task, "x"),
                () -> tasks.updateTaskComment(task, "x", "y"),
                () -> tasks.createNativeTaskQuery()
                        .sql("select * from ACT_RU_TASK")
                        .list(),
                () -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity("task_accept")
                        .execute(),
                () -> runtime.deleteProcessInstance(instance, "x"),
                () -> runtime.signal(execution),
                () -> runtime.createMessageCorrelation("x").correlateAll(),
                () -> runtime.startProcessInstanceByKey("resources"),
                () -> runtime.setVariable(execution, "approval", "approved"),
                () -> runtime.getVariables(execution),
                () -> runtime.suspendProcessInstanceById(instance),
                () -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("x.bpmn", "<x/>")
                        .deploy(),
                () -> engine.getRepositoryService().createDeploymentQuery().list(),
                () -> engine.getHistoryService().deleteHistoricProcessInstance(instance),
                () -> engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .list(),
                () -> engine.getManagementService().executeJob("x"),
                () -> engine.getManagementService().getProperties(),
                () -> engine.getFilterService()
                        .saveFilter(engine.getFilterService().newTaskFilter("x")),
                () -> {
                    Authorization grant =
                            engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                    grant.setUserId(OFFICER);
                    grant.setResource(Resources.TASK);
                    grant.setResourceId("*");
                    grant.addPermission(Permissions.ALL);
                    engine.getAuthorizationService().saveAuthorization(grant);
                });
        for (int at = 0; at < scripts.size(); at++) {
            Runnable script = scripts.get(at);
            long before = lastEntry();
            assertThatThrownBy(() -> province.as(OFFICER, script))
                    .as("script %d", at)
                    .isInstanceOf(ProcessEngineException.class);
            assertThat(audit.after(before))
                    .as("script %d is written down", at)
                    .anyMatch(entry -> entry.refused() && OFFICER.equals(entry.actor()));
            stillWaits();
        }
        assertThat(scripts).hasSizeGreaterThanOrEqualTo(40);
    }

    private void stillWaits() {
        assertThat(work.waitsAt()).containsExactly("task_approve");
        assertThat(engine.getRuntimeService().getVariable(execution, "approval"))
                .isNull();
        assertThat(engine.getTaskService().getIdentityLinksForTask(task))
                .extracting(link -> link.getGroupId())
                .containsExactly("STTTT.head");
    }

    private long lastEntry() {
        return audit.after(0).stream().mapToLong(Entry::id).max().orElse(0);
    }
}
