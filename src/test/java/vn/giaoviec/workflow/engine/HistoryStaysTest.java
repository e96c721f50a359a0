package vn.giaoviec.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** The engine removes nothing of its history, whatever time to live a model names and whoever asks. */
@EngineTest
class HistoryStaysTest {
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    Province province;

    @Test
    void aModelThatWantsItsHistoryRemovedAtOnceIsNotHeard() {
        CaseDriver work = province.opens(AnAssignment.of("resources"));
        ProcessInstance instance = province.instance(work.key());
        String model = instance.getProcessDefinitionId();
        int timeToLive = repository.getProcessDefinition(model).getHistoryTimeToLive();
        repository.updateProcessDefinitionHistoryTimeToLive(model, 0);
        try {
            work.begins().does("task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed");
            work.does("task_approveLevel").finishes();
            assertThatThrownBy(() -> history.cleanUpHistoryAsync(true)).isInstanceOf(BadUserRequestException.class);
            assertThat(history.findHistoryCleanupJobs()).isEmpty();
            assertThat(history.createHistoricProcessInstanceQuery()
                            .processInstanceId(instance.getId())
                            .finished()
                            .count())
                    .isEqualTo(1);
            assertThat(history.createHistoricTaskInstanceQuery()
                            .processInstanceId(instance.getId())
                            .finished()
                            .count())
                    .isGreaterThan(5);
        } finally {
            repository.updateProcessDefinitionHistoryTimeToLive(model, timeToLive);
        }
    }

    @Test
    void nobodyAsksForItFromOutside() {
        for (String person : List.of("admin1", "inspector1", "office1")) {
            TasklistClient client = TasklistClient.signIn(port, person);
            assertThat(client.engine("POST", ENGINE + "/history/cleanup?immediatelyDue=true", "{}")
                            .statusCode())
                    .as(person)
                    .isEqualTo(403);
            assertThat(client.engine("GET", ENGINE + "/history/cleanup/jobs", "")
                            .statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(history.findHistoryCleanupJobs()).isEmpty();
    }
}
