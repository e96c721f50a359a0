package vn.giaoviec.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.ReopenCase;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Sabotage;

/** Completion and contribution stand or fall together. */
@EngineTest
class ContributionLinkTest {
    private static final int RACERS = 30;

    @Autowired
    Province province;

    @Autowired
    Contributions contributions;

    @Autowired
    FormService forms;

    @Autowired
    ReopenCase reopenCase;

    @Autowired
    AuditLog audit;

    @Autowired
    Sabotage sabotage;

    @Test
    void anIndicatorShowsTheSupportOnlyAfterAcceptance() {
        CaseDriver work = submitted(AnAssignment.of("resources").supporting(Map.of("CQ6", 3, "KT4", 1)));
        work.does("task_approve=approved");
        assertThat(province.support(work.key().year(), "CQ6").acceptedCases()).isZero();
        work.does("task_accept=accepted");
        assertThat(province.support(work.key().year(), "CQ6"))
                .satisfies(support -> assertThat(support.acceptedCases()).isEqualTo(1))
                .satisfies(support -> assertThat(support.percent()).isEqualTo(100));
        assertThat(province.support(work.key().year(), "KT4").acceptedWeight()).isEqualByComparingTo("1");
        assertThat(contributions.ledger(work.key().year(), "CQ6", 100, 0))
                .singleElement()
                .satisfies(entry -> assertThat(entry.postedBy()).isEqualTo("office1"));
        assertThat(audit.of(work.key())).extracting(Entry::action).contains("ProductAccepted", "ContributionPosted");
    }

    @Test
    void casesOfOneAssignmentShareItsWeightEqually() {
        int year = province.issues(
                AnAssignment.of("resources").ledBy("STTTT", "SNV", "STC").supporting(Map.of("CQ6", 2)));
        assertThat(province.support(year, "CQ6").cases()).isEqualTo(3);
        CaseDriver one = finish(province.drives(new CaseKey(year, "T-01", "SNV")));
        assertThat(one.now().state()).isEqualTo(Case.State.COMPLETED);
        assertThat(province.support(year, "CQ6").acceptedWeight()).isEqualByComparingTo(new BigDecimal("0.666667"));
        assertThat(province.support(year, "CQ6").percent()).isEqualTo(33);
        assertThat(province.differences(year)).isEmpty();
    }

    @Test
    void aFailureAfterThePostingLeavesNeitherCompletionNorContribution() {
        CaseDriver work = submitted(AnAssignment.of("resources"));
        work.does("task_approve=approved");
        long before = audit.of(work.key()).size();
        sabotage.breakNextPosting();
        assertThatThrownBy(() -> work.does("task_accept=accepted")).hasStackTraceContaining("sabotage");
        assertThat(work.waitsAt()).containsExactly("task_accept");
        assertThat(work.now().acceptanceNumber()).isZero();
        assertThat(contributions.ledger(work.key().year(), "CQ6", 100, 0)).isEmpty();
        assertThat(audit.of(work.key()).stream().map(Entry::action).filter("ContributionPosted"::equals))
                .isEmpty();
        // what was typed and brought for the step was saved before and is still there
        assertThat(audit.of(work.key()).size()).isGreaterThanOrEqualTo((int) before);
        work.does("task_accept=accepted");
        assertThat(contributions.ledger(work.key().year(), "CQ6", 100, 0)).hasSize(1);
    }

    @Test
    void thirtyConcurrentApprovalsHaveOneWinnerAndOneLedgerRow() throws Exception {
        CaseDriver work = submitted(AnAssignment.of("resources"));
        work.does("task_approve=approved");
        CaseDriver.Step acceptance = work.step("task_accept");
        acceptance.by("office1").choosing("accepted").prepared();
        acceptance.by("office2").choosing("accepted").prepared();

        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        List<Future<Boolean>> outcomes = new ArrayList<>();
        try {
            for (int racer = 0; racer < RACERS; racer++) {
                String person = racer % 2 == 0 ? "office1" : "office2";
                outcomes.add(threads.submit(approval(acceptance.taskId(), person, start)));
            }
            start.countDown();
            int winners = 0;
            for (Future<Boolean> outcome : outcomes) {
                winners += outcome.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(contributions.ledger(work.key().year(), "CQ6", 100, 0)).hasSize(1);
        assertThat(work.now().acceptanceNumber()).isEqualTo(1);
        assertThat(work.now().state()).isEqualTo(Case.State.COMPLETED);
    }

    /** Wins, or is told in a request error that somebody was faster; anything else fails the test. */
    private Callable<Boolean> approval(String taskId, String person, CountDownLatch start) {
        return () -> {
            start.await();
            try {
                province.as(person, () -> forms.submitTaskForm(taskId, Map.of()));
                return true;
            } catch (FormFieldValidationException fasterOneWon) {
                return false;
            }
        };
    }

    @Test
    void aReopeningPostsTheReversalAndAnotherAcceptanceCountsAgain() {
        CaseDriver work = finish(province.opens(AnAssignment.of("resources")));
        int year = work.key().year();
        province.as("office1", () -> reopenCase.reopen(work.key(), "Sản phẩm thiếu phụ lục", UUID.randomUUID()));
        assertThat(province.support(year, "CQ6").acceptedCases()).isZero();
        assertThat(province.differences(year)).isEmpty();
        assertThat(work.now().runNumber()).isEqualTo(2);
        finish(work);
        assertThat(contributions.ledger(year, "CQ6", 100, 0))
                .extracting(entry -> entry.kind() + " " + entry.acceptanceNumber())
                .containsExactly("POSTING 1", "REVERSAL 1", "POSTING 2");
        assertThat(province.support(year, "CQ6").acceptedCases()).isEqualTo(1);
        assertThat(province.differences(year)).isEmpty();
    }

    @Test
    void onlyThePlanOfficeReopensAndOnlyWithAReason() {
        CaseDriver work = finish(province.opens(AnAssignment.of("resources")));
        assertThatThrownBy(
                        () -> province.as("head.stttt", () -> reopenCase.reopen(work.key(), "vì", UUID.randomUUID())))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> province.as("office1", () -> reopenCase.reopen(work.key(), " ", UUID.randomUUID())))
                .isInstanceOf(Refusal.class);
        CaseDriver open = province.opens(AnAssignment.of("resources"));
        assertThatThrownBy(() -> province.as("office1", () -> reopenCase.reopen(open.key(), "vì", UUID.randomUUID())))
                .isInstanceOf(Refusal.Conflict.class);
    }

    private CaseDriver submitted(AnAssignment assignment) {
        return untilSubmitted(province.opens(assignment));
    }

    private static CaseDriver untilSubmitted(CaseDriver work) {
        return work.begins()
                .does("task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed")
                .does("task_approveLevel", "task_carryOut", "task_submit");
    }

    private static CaseDriver finish(CaseDriver work) {
        return untilSubmitted(work).does("task_approve=approved", "task_accept=accepted");
    }
}
