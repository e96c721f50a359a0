package vn.giaoviec.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Case;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.FlowCoverage;
import vn.giaoviec.testing.Province;

/** What holds for the process of every solution group; each subclass walks its group's own steps. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProcessTest {
    private final String process;

    @Autowired
    Province province;

    @Autowired
    FlowCoverage coverage;

    @Autowired
    BusinessClock clock;

    ProcessTest(String process) {
        this.process = process;
    }

    /** An assignment of this solution group. */
    final AnAssignment assignment() {
        return AnAssignment.of(process);
    }

    @AfterAll
    void everyFlowWasTaken() {
        assertThat(coverage.untaken(process)).as("flows no test takes").isEmpty();
    }

    @Test
    void aUnitMaySendTheTaskBackAndThePlanOfficeInsist() {
        CaseDriver sentBack = province.opens(assignment());
        sentBack.does("task_receive=sentBack", "task_resolveSentBack=upheld");
        assertThat(sentBack.waitsAt()).containsExactly("task_receive");
    }

    @Test
    void aWithdrawnCaseCountsNowhere() {
        CaseDriver withdrawn = province.opens(assignment());
        withdrawn.does("task_receive=sentBack", "task_resolveSentBack=withdrawn");
        assertThat(withdrawn.now().state()).isEqualTo(Case.State.CANCELLED);
        assertThat(province.support(withdrawn.key().year(), "CQ6").cases()).isZero();
    }

    @Test
    void theWatchTellsOneAfterTheOther() {
        LocalDate due = clock.today().plusDays(30);
        CaseDriver watched = province.opens(assignment().dueOn(due.toString()));
        watched.fires("timer_deadline");
        assertThat(watched.timers())
                .as("fired before its time, it tells nobody and waits on")
                .hasSize(1);
        province.turns(due);
        watched.fires("timer_deadline");
        province.turns(due.plusDays(30));
        watched.fires("timer_deadline");
        assertThat(watched.timers())
                .as("with nothing left to say it rests at a day that does not come")
                .hasSize(1)
                .allMatch(time -> time.isAfter(due.plusYears(1000).atStartOfDay()));
        assertThat(watched.waitsAt()).containsExactly("task_receive");
    }

    @Test
    void aRecurringTaskOpensAReportForEachPeriodThatIsOver() {
        LocalDate end = LocalDate.of(clock.today().getYear() + 1, 12, 31);
        CaseDriver recurring =
                province.opens(assignment().deadline("Hằng tháng").dueOn(end.toString()));
        province.turns(clock.today().plusDays(70));
        recurring.fires("timer_deadline");
        assertThat(recurring.steps("task_reportPeriod")).isBetween(2, 3);
        while (recurring.waitsAt().contains("task_reportPeriod")) {
            recurring.does("task_reportPeriod", "task_approveReport=approved", "task_acceptReport=accepted");
        }
        assertThat(recurring.waitsAt()).containsExactly("task_receive");
        assertThat(recurring.timers()).hasSize(1);
    }

    @Test
    void whateverWaitsInsideEndsWithTheCase() {
        LocalDate end = LocalDate.of(clock.today().getYear() + 1, 12, 31);
        CaseDriver recurring =
                province.opens(assignment().deadline("Hằng tháng").dueOn(end.toString()));
        province.turns(clock.today().plusDays(40));
        recurring.fires("timer_deadline");
        recurring.does("task_receive=sentBack", "task_resolveSentBack=withdrawn");
        assertThat(recurring.now().state()).isEqualTo(Case.State.CANCELLED);
        assertThat(recurring.waitsAt()).isEmpty();
        assertThat(recurring.timers()).isEmpty();
    }

    /** The case ended with an accepted product, and its indicator shows it. */
    final void completed(CaseDriver done) {
        assertThat(done.now().state()).isEqualTo(Case.State.COMPLETED);
        assertThat(province.support(done.key().year(), "CQ6").acceptedCases()).isEqualTo(1);
        assertThat(province.differences(done.key().year())).isEmpty();
    }

    /** The case ended without a product: it stays in the count of what was to be delivered. */
    final void endedWithoutProduct(CaseDriver ended, String end) {
        assertThat(ended.now().state()).isEqualTo(Case.State.ENDED);
        assertThat(ended.now().endedAs()).isEqualTo(end);
        assertThat(province.support(ended.key().year(), "CQ6").cases()).isEqualTo(1);
        assertThat(province.support(ended.key().year(), "CQ6").acceptedCases()).isZero();
    }
}
