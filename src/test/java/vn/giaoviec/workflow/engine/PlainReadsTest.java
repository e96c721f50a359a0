package vn.giaoviec.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** A question to the engine opens no transaction, and leaves none behind. */
@EngineTest
class PlainReadsTest {
    @Autowired
    Province province;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aQuestionThatFailsLeavesNoTransactionBehind() {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .dueBeforeExpression("${now().plusDays}")
                        .list())
                .isInstanceOf(ProcessEngineException.class);

        assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    @Test
    void aQuestionWithinATransactionSeesWhatItHasDone() {
        CaseDriver work = province.opens(AnAssignment.of("resources"));
        String task = work.step("task_receive").taskId();
        transactions.executeWithoutResult(status -> {
            tasks.setAssignee(task, "officer1.stttt");
            assertThat(assigneeOf(task)).isEqualTo("officer1.stttt");
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isTrue();
            status.setRollbackOnly();
        });

        assertThat(assigneeOf(task)).isNull();
    }

    private String assigneeOf(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }
}
