package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.ServerWork;

/**
 * What a step costs on the server, rules, ledger and all. The figures are upper limits that were reached once: whoever needs
 * a statement more says here what for.
 */
@OnMariaDb
@EngineTest
class HotPathTest {
    @Autowired
    Province province;

    @Autowired
    Environment environment;

    private CaseDriver work;

    @BeforeEach
    void aCaseUnderWay() {
        // whatever is read once and kept has been read
        province.opens(AnAssignment.of("resources")).begins().throughResources().finishes();
        work = province.opens(AnAssignment.of("resources"));
    }

    @Test
    void aStepSendsFewStatements() throws SQLException {
        ServerWork received = completing(work.step("task_receive").choosing("received"));

        // one of them takes the step off the work lists, which are paged without a join for it
        assertThat(received.statements()).isLessThanOrEqualTo(46);
        assertThat(received.inserted()).isLessThanOrEqualTo(16);
    }

    @Test
    void theLastStepCostsItsEndAndNoSweep() throws SQLException {
        work.begins().throughResources().does("task_carryOut", "task_submit", "task_approve=approved");
        ServerWork accepted = completing(work.step("task_accept").choosing("accepted"));

        assertThat(accepted.statements()).isLessThanOrEqualTo(64);
        assertThat(accepted.inserted()).isLessThanOrEqualTo(18);
    }

    private ServerWork completing(CaseDriver.Step step) throws SQLException {
        Runnable complete = step.prepared()::completeBare;
        return ServerWork.during(environment.getRequiredProperty("spring.datasource.username"), complete);
    }
}
