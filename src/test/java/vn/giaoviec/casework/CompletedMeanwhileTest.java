package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/**
 * A second window saves, uploads or takes back while the first one completes the step: what the completion was judged with
 * is what stays.
 */
@EngineTest
class CompletedMeanwhileTest {
    private static final String OFFICER = "officer1.stttt";

    @Autowired
    Province province;

    @Autowired
    SaveDraft saveDraft;

    @Autowired
    KeepEvidence keepEvidence;

    @Autowired
    CaseHistory history;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService secondWindow = Executors.newSingleThreadExecutor();
    private CaseDriver work;
    private CaseDriver.Step step;

    @BeforeEach
    void anOfficerHasPreparedAStep() {
        work = province.opens(AnAssignment.of("resources")).begins().throughResources();
        step = work.step("task_carryOut").by(OFFICER).with("result", "Đã xét").prepared();
    }

    @AfterEach
    void closeTheWindow() {
        secondWindow.shutdownNow();
    }

    @Test
    void aDraftComesTooLate() throws Exception {
        refusedOnceItIsDone(
                "refusal.stepIsGone",
                () -> saveDraft.save(step.taskId(), null, "", Map.of("result", "Không ai đã xét")));
        assertThat(province.handedIn(work.key())).hasEntrySatisfying(step.taskId(), draft -> assertThat(draft.fields())
                .containsEntry("result", "Đã xét"));
    }

    @Test
    void aFileComesTooLate() throws Exception {
        List<Evidence> before = history.evidence(work.key());
        refusedOnceItIsDone("refusal.stepIsGone", () -> keep("khac.txt"));
        assertThat(history.evidence(work.key())).extracting(Evidence::id).containsExactlyElementsOf(ids(before));
    }

    @Test
    void aFileThatWasReliedOnIsNotTakenBack() throws Exception {
        List<Evidence> before = history.evidence(work.key());
        assertThat(before).isNotEmpty();
        refusedOnceItIsDone(
                "refusal.evidenceIsFrozen",
                () -> keepEvidence.takeBack(before.get(0).id()));
        assertThat(history.evidence(work.key())).extracting(Evidence::id).containsExactlyElementsOf(ids(before));
    }

    private static List<String> ids(List<Evidence> files) {
        return files.stream().map(Evidence::id).toList();
    }

    private void keep(String name) {
        try {
            keepEvidence.keep(step.taskId(), name, new ByteArrayInputStream(new byte[] {'a', 'b', 'c'}));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The step is completed and not committed yet when the second window comes; it waits, and then is refused. */
    private void refusedOnceItIsDone(String refusal, Runnable late) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Callable<String> inTheSecondWindow = () -> {
            begun.countDown();
            return province.as(OFFICER, () -> {
                late.run();
                return "done";
            });
        };
        Future<String> answer = new TransactionTemplate(transactions).execute(status -> {
            step.completeBare();
            Future<String> coming = secondWindow.submit(inTheSecondWindow);
            try {
                assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
                assertThatThrownBy(() -> coming.get(500, TimeUnit.MILLISECONDS))
                        .as("it waits for the completion")
                        .isInstanceOf(TimeoutException.class);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return coming;
        });
        assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessage(refusal);
        assertThat(work.waitsAt()).containsExactly("task_submit");
    }
}
