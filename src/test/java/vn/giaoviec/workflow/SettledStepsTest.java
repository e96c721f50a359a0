package vn.giaoviec.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.CheckStep;
import vn.giaoviec.casework.WorkItem;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** A double click, two tabs, two approvers, an answer that was lost: whoever comes second learns what became of the step. */
@EngineTest
class SettledStepsTest {
    private static final String HEAD = "head.stttt";
    private static final String DEPUTY = "deputy.stttt";

    @Autowired
    Province province;

    @Autowired
    FormService forms;

    @Autowired
    CaseHistory history;

    @Autowired
    CheckStep checkStep;

    @Autowired
    AuditLog audit;

    @Autowired
    Directory directory;

    private CaseDriver work;
    private CaseDriver.Step approval;

    @BeforeEach
    void aProductToApprove() {
        work = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
        work.does("task_prepareLevelDossier", "task_appraiseLevel=passed", "task_approveLevel");
        work.does("task_carryOut", "task_submit");
        approval = work.step("task_approve").choosing("approved");
    }

    @Test
    void theSamePersonIsToldThatItIsDone() {
        approval.by(HEAD).complete();
        long before = lastEntry();
        assertThatThrownBy(() -> completes(HEAD))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("Bạn đã hoàn thành bước này lúc " + at());
        assertThatThrownBy(() -> province.as(HEAD, () -> checkStep.check(approval.taskId())))
                .isInstanceOf(Refusal.AlreadyDone.class);
        assertThat(audit.after(before)).filteredOn(Entry::refused).isEmpty();
    }

    @Test
    void anotherIsToldWhoDidItAndWhen() {
        approval.by(HEAD).complete();
        long before = lastEntry();
        String name = nameOf(HEAD);
        assertThatThrownBy(() -> completes(DEPUTY))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(name + " đã hoàn thành bước này lúc " + at());
        assertThat(audit.after(before))
                .filteredOn(Entry::refused)
                .extracting(Entry::action)
                .containsExactly("refusal.someoneCompletedThis");
    }

    @Test
    void aStrangerLearnsNothing() {
        approval.by(HEAD).complete();
        assertThatThrownBy(() -> completes("officer1.snv"))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("Bước này không còn");
    }

    @Test
    void ofTwoApproversAtOnceOneApprovesAndTheOtherIsToldWho() throws Exception {
        approval.by(HEAD).prepared();
        work.step("task_approve").choosing("approved").by(DEPUTY).prepared();
        List<Throwable> failures = atOnce(() -> completes(HEAD), () -> completes(DEPUTY));
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("đã hoàn thành bước này lúc " + at()));
        assertThat(work.waitsAt()).containsExactly("task_accept");
    }

    @Test
    void ofADoubleClickOneIsAnsweredAsDone() throws Exception {
        approval.by(HEAD).prepared();
        List<Throwable> failures = atOnce(() -> completes(HEAD), () -> completes(HEAD));
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("Bạn đã hoàn thành bước này lúc " + at()));
        assertThat(work.waitsAt()).containsExactly("task_accept");
    }

    private void completes(String person) {
        province.as(person, () -> forms.submitTaskForm(approval.taskId(), Map.of()));
    }

    private String at() {
        return history.steps(work.key()).stream()
                .filter(item -> item.taskId().equals(approval.taskId()))
                .map(WorkItem::endedAt)
                .map(ended -> ended.atZone(BusinessClock.ZONE).format(DateTimeFormatter.ofPattern("HH:mm")))
                .findFirst()
                .orElseThrow();
    }

    private String nameOf(String person) {
        return directory.person(person).orElseThrow().name();
    }

    private static List<Throwable> atOnce(Runnable... attempts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(attempts.length);
        try {
            CyclicBarrier together = new CyclicBarrier(attempts.length);
            List<Future<?>> all = new ArrayList<>();
            for (Runnable attempt : attempts) {
                all.add(people.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    attempt.run();
                    return null;
                }));
            }
            List<Throwable> failures = new ArrayList<>();
            for (Future<?> one : all) {
                try {
                    one.get(60, TimeUnit.SECONDS);
                } catch (ExecutionException failed) {
                    failures.add(failed.getCause());
                }
            }
            return failures;
        } finally {
            people.shutdownNow();
        }
    }

    private long lastEntry() {
        return audit.after(0).stream().mapToLong(Entry::id).max().orElse(0);
    }
}
