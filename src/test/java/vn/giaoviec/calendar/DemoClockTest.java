package vn.giaoviec.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** The demo lives in its own year, for our code and for the engine's timers alike. */
@EngineTest
class DemoClockTest {
    @Autowired
    BusinessClock clock;

    @Autowired
    DemoClockTable table;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Province province;

    @Autowired
    ManagementService management;

    @Test
    void timersComeDueOnTheDemosCalendarAndTheDemoRemembersItsDay() {
        CaseDriver campaign = province.opens(AnAssignment.of("communications").with("VPUBND"))
                .begins()
                .does("task_draftPlan");
        assertThat(executable(campaign)).isZero();
        LocalDate answerBy = workingDays.after(clock.today(), 5);

        clock.advanceTo(answerBy);
        assertThat(executable(campaign)).as("on the day itself").isZero();
        clock.advanceTo(answerBy.plusDays(1));

        assertThat(clock.today()).isEqualTo(answerBy.plusDays(1));
        assertThat(executable(campaign)).isEqualTo(1);
        assertThat(table.offset()).contains(clock.offset());
    }

    @Test
    void ofNodesThatStartTogetherTheFirstSetsTheDemosDay() {
        Duration first = table.offset().orElseThrow();
        table.start(first.plusDays(1));
        assertThat(table.offset()).contains(first);
    }

    /** Thursday 8/2 to Wednesday 14/2/2024 were the days of Tết; Saturday 4/5/2024 made up for Monday 29/4. */
    @Test
    void workingDaysSkipTetAndCountTheMakeUpSaturday() {
        assertThat(workingDays.after(LocalDate.of(2024, 2, 7), 1)).isEqualTo("2024-02-15");
        assertThat(workingDays.after(LocalDate.of(2024, 4, 26), 1)).isEqualTo("2024-05-02");
        assertThat(workingDays.after(LocalDate.of(2024, 5, 3), 1)).isEqualTo("2024-05-04");
        assertThat(workingDays.after(LocalDate.of(2024, 5, 3), 0)).isEqualTo("2024-05-03");
    }

    private long executable(CaseDriver campaign) {
        return management.createJobQuery().activityId("timer_consultUntil").executable().list().stream()
                .filter(job -> campaign.owns(job.getProcessInstanceId()))
                .count();
    }
}
