package vn.giaoviec.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/**
 * CVE-2026-109432 and its relatives: an expression in a query or filter is code. Each variant would create a file, or call
 * a bean of ours, if it were executed.
 */
@EngineTest
class QueryExpressionsTest {
    private static final String LISTS = "/camunda/api/engine/engine/default/filter/";

    @Autowired
    Province province;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    /** Ways to make a file, in the engine's expression language. */
    private List<String> payloads(Path canary) {
        String file = canary.toString();
        String runtime =
                "''.getClass().forName('java.lang.Runtime').getMethods()[6].invoke(null).exec('touch " + file + "')";
        String plain = "''.getClass().forName('java.io.File').getConstructor(''.getClass()).newInstance('" + file
                + "').createNewFile()";
        List<String> codes = List.of(
                plain,
                runtime,
                "''['class'].forName('java.io.File').getConstructor(''['class']).newInstance('" + file
                        + "').createNewFile()",
                "\"\".getClass().forName(\"java.io.File\").getConstructor(\"\".getClass()).newInstance(\"" + file
                        + "\").createNewFile()",
                "currentUserGroups().getClass().forName('java.io.File').getConstructor(''.getClass()).newInstance('"
                        + file + "').createNewFile()",
                "dateTime().getClass().getClassLoader().loadClass('java.io.File').getConstructor(''.getClass())"
                        + ".newInstance('" + file + "').createNewFile()",
                "true ? " + plain + " : 1",
                "openConsultation",
                "dataSource.connection");
        List<String> payloads = new ArrayList<>();
        for (String code : codes) {
            payloads.add("${" + code + "}");
            payloads.add("#{" + code + "}");
            payloads.add(" ${ " + code + " } ");
            payloads.add("x${" + code + "}y");
        }
        payloads.add("${currentUser()}${" + plain + "}");
        payloads.add("${currentUser() == " + plain + "}");
        payloads.add("${now()}#{" + plain + "}");
        payloads.add("${dateTime().plusDays(" + plain + ")}");
        payloads.add("${dateTime().plusDays(1).getClass()}");
        payloads.add("${dateTime().plusDays(1); " + plain + "}");
        payloads.add("${currentUser ()}\n${" + plain + "}");
        payloads.add("$\\{" + plain + "}${" + plain + "}");
        return payloads;
    }

    private static final List<BiConsumer<TaskQuery, String>> PLACES = List.of(
            TaskQuery::taskAssigneeExpression,
            TaskQuery::taskCandidateGroupInExpression,
            TaskQuery::taskCandidateUserExpression,
            TaskQuery::taskOwnerExpression,
            TaskQuery::dueBeforeExpression,
            TaskQuery::taskCreatedAfterExpression,
            TaskQuery::processInstanceBusinessKeyExpression);

    @Test
    void noVariantRunsByAnyPath() throws Exception {
        TasklistClient officer = TasklistClient.signIn(port, "officer1.stttt");
        String list = LISTS + officer.myUnitsList();
        Path canary = folder.resolve("canary");
        int tried = 0;
        for (String payload : payloads(canary)) {
            BiConsumer<TaskQuery, String> place = PLACES.get(tried % PLACES.size());
            // ad hoc, nested in "or", which the engine forgets to check
            refused(() -> province.as("officer1.stttt", () -> {
                TaskQuery nested = new TaskQueryImpl();
                place.accept(nested, payload);
                TaskQueryImpl query = (TaskQueryImpl) tasks.createTaskQuery();
                query.addOrQuery((TaskQueryImpl) nested);
                query.list();
            }));
            // a stored filter, run by the system itself
            Filter filter = filters.newTaskFilter("thử");
            TaskQuery stored = new TaskQueryImpl();
            place.accept(stored, payload);
            filter.setQuery(stored);
            String id = filters.saveFilter(filter).getId();
            refused(() -> filters.list(id));
            refused(() -> filters.count(id));
            filters.deleteFilter(id);
            // over HTTP, added to a list that is there
            String json = payload.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            for (String body : List.of(
                    "{\"assigneeExpression\":\"" + json + "\"}",
                    "{\"orQueries\":[{\"assigneeExpression\":\"" + json + "\"}]}",
                    "{\"orQueries\":[{\"candidateGroupsExpression\":\"" + json + "\",\"dueBeforeExpression\":\"" + json
                            + "\"}]}")) {
                HttpResponse<String> answer = officer.engine("POST", list + "/list?firstResult=0&maxResults=5", body);
                assertThat(answer.statusCode()).as(body + answer.body()).isBetween(400, 499);
            }
            assertThat(officer.engine("GET", "/camunda/api/engine/engine/default/task?assigneeExpression=x", "")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(Files.exists(canary)).as(payload).isFalse();
            tried++;
        }
        assertThat(tried * 6).as("attempts").isGreaterThan(200);
    }

    private static void refused(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${now()}", "${dateTime().plusDays(7)}", "${dateTime().minusWeeks(2).plusHours(3)}"})
    void theFewThatListsAreMadeOfStillWork(String expression) {
        Filter filter = filters.newTaskFilter("thử " + expression);
        filter.setQuery(tasks.createTaskQuery().dueBeforeExpression(expression));
        String id = filters.saveFilter(filter).getId();
        assertThat(filters.count(id)).isNotNegative();
        filters.deleteFilter(id);
    }

    @Test
    void anEngineWithoutTheGuardRunsThem() {
        ProcessEngine unguarded = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("unguarded")
                .setJdbcUrl("jdbc:h2:mem:unguarded")
                .buildProcessEngine();
        try {
            Path canary = folder.resolve("canary");
            TaskQueryImpl query = (TaskQueryImpl) unguarded.getTaskService().createTaskQuery();
            query.addOrQuery((TaskQueryImpl)
                    new TaskQueryImpl().taskAssigneeExpression(payloads(canary).get(0)));
            assertThatThrownBy(query::list).isInstanceOf(RuntimeException.class);
            assertThat(Files.exists(canary))
                    .as("what the other tests refuse would really happen")
                    .isTrue();
        } finally {
            unguarded.close();
        }
    }
}
