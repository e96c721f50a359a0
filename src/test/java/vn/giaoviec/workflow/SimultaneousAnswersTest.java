package vn.giaoviec.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.SaveDraft;
import vn.giaoviec.casework.WorkItem;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** Co-ordinating units that answer at the same moment: each answer counts, and the case goes on once. */
@EngineTest
class SimultaneousAnswersTest {
    private static final List<String> UNITS = List.of("VPUBND", "STC", "SNV", "SKHCN", "SGDDT", "SYT", "SKHDT", "SCT");

    @Autowired
    Province province;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SaveDraft saveDraft;

    @Autowired
    CaseHistory history;

    @Test
    void allAnswersJoin() throws Exception {
        CaseDriver campaign = province.opens(AnAssignment.of("communications").with(UNITS.toArray(String[]::new)))
                .begins()
                .does("task_draftPlan");
        Map<String, String> asked = tasks
                .createTaskQuery()
                .processInstanceBusinessKey(campaign.key().toString())
                .taskDefinitionKey("task_giveOpinion")
                .list()
                .stream()
                .collect(Collectors.toMap(Task::getId, this::officer));
        assertThat(asked).hasSize(UNITS.size());
        asked.forEach((task, officer) ->
                province.as(officer, () -> saveDraft.save(task, "commented", "Ý kiến của " + officer, Map.of())));

        answerAtOnce(asked);

        assertThat(campaign.waitsAt()).containsExactly("task_approvePlan");
        assertThat(history.steps(campaign.key()))
                .filteredOn(item -> item.element().equals("task_giveOpinion"))
                .allSatisfy(item -> {
                    assertThat(item.completedBy()).isEqualTo(asked.get(item.taskId()));
                    assertThat(item.outcome()).isEqualTo("commented");
                    assertThat(item.reason()).isEqualTo("Ý kiến của " + item.completedBy());
                })
                .extracting(WorkItem::taskId)
                .containsExactlyInAnyOrderElementsOf(asked.keySet());
        assertThat(history.steps(campaign.key()))
                .filteredOn(item -> item.element().equals("task_approvePlan"))
                .hasSize(1);
        assertThat(runtime.createIncidentQuery().count()).isZero();
        campaign.does("task_approvePlan=approved");
    }

    private void answerAtOnce(Map<String, String> asked) throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(asked.size());
        try {
            CyclicBarrier together = new CyclicBarrier(asked.size());
            List<Future<?>> answers = new ArrayList<>();
            asked.forEach((task, officer) -> answers.add(officers.submit(() -> {
                together.await(30, TimeUnit.SECONDS);
                province.as(officer, () -> forms.submitTaskForm(task, Map.of()));
                return null;
            })));
            for (Future<?> answer : answers) {
                answer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            officers.shutdownNow();
        }
    }

    private String officer(Task task) {
        String unit = (String) runtime.getVariable(task.getProcessInstanceId(), "consultedUnit");
        return "officer1." + unit.toLowerCase(Locale.ROOT);
    }
}
