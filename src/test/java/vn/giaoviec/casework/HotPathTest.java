package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.ServerWork;
import vn.giaoviec.testing.TasklistClient;

/**
 * What a step costs on the server, rules, ledger and all. The figures are upper limits that were reached once: whoever needs
 * a statement more says here what for.
 */
@OnMariaDb
@EngineTest
class HotPathTest {
    private static final int TOGETHER = 50;
    private static final int MANY = 300;

    @Autowired
    Province province;

    @Autowired
    OpenCases openCases;

    @Autowired
    Environment environment;

    @LocalServerPort
    int port;

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
        assertThat(received.statements()).isLessThanOrEqualTo(38);
        assertThat(received.inserted()).isLessThanOrEqualTo(16);
        assertThat(received.commits()).isEqualTo(1);
    }

    @Test
    void theLastStepCostsItsEndAndNoSweep() throws SQLException {
        work.begins().throughResources().does("task_carryOut", "task_submit", "task_approve=approved");
        ServerWork accepted = completing(work.step("task_accept").choosing("accepted"));

        // three of them keep the totals: as the case counted before, as it counts now, and the difference
        assertThat(accepted.statements()).isLessThanOrEqualTo(60);
        // nine of them are totals, most of which are there already when others have ended
        assertThat(accepted.inserted()).isLessThanOrEqualTo(27);
        assertThat(accepted.commits()).isEqualTo(1);
    }

    @Test
    void aStepReadsNoMoreInALargePlan() throws SQLException {
        province.issues(assignments(MANY));
        work.begins().throughResources().does("task_carryOut", "task_submit", "task_approve=approved");
        ServerWork accepted = completing(work.step("task_accept").choosing("accepted"));
        CaseDriver other = province.opens(AnAssignment.of("resources"));
        ServerWork received = completing(other.step("task_receive").choosing("received"));

        // whoever reads all cases once reads as many as there are
        assertThat(accepted.read()).isLessThanOrEqualTo(MANY);
        assertThat(received.read()).isLessThanOrEqualTo(MANY);
    }

    @Test
    void aClaimSendsFewStatements() throws SQLException {
        CaseDriver.Step step = work.step("task_receive");
        ServerWork claimed = during(() -> step.handedTo("head.stttt"));

        assertThat(claimed.statements()).isLessThanOrEqualTo(16);
        assertThat(claimed.inserted()).isLessThanOrEqualTo(4);
        assertThat(claimed.commits()).isEqualTo(1);
    }

    @Test
    void aDraftSendsFewStatements() throws SQLException {
        CaseDriver.Step step = work.step("task_receive").choosing("received").by("head.stttt");
        ServerWork begun = during(step::prepared);
        ServerWork again = during(step::prepared);

        assertThat(begun.statements()).isLessThanOrEqualTo(10);
        assertThat(again.statements()).isLessThanOrEqualTo(10);
    }

    @Test
    void aLookAtAListOpensNoTransaction() throws SQLException {
        TasklistClient head = TasklistClient.signIn(port, "head.stttt");
        String list = TasklistClient.ENGINE + "/filter/" + head.myUnitsList() + "/list?firstResult=0&maxResults=15";
        String newest = "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}";
        assertThat(head.postHal(list, newest).body()).contains("\"count\":");
        ServerWork looked = during(() -> head.postHal(list, newest));

        // three questions, each with who stands in for whom: which list, what is on it, how many there are
        assertThat(looked.statements()).isLessThanOrEqualTo(9);
        assertThat(looked.commits()).isZero();
    }

    @Test
    void casesThatAreOpenedTogetherAreWrittenTogether() throws SQLException {
        int year = province.imports(assignments(TOGETHER));
        ServerWork opened = during(() -> province.as("office1", () -> {
            openCases.issue(year);
        }));

        assertThat(opened.statements() / TOGETHER).isLessThanOrEqualTo(5);
        assertThat(opened.inserted() / TOGETHER).isLessThanOrEqualTo(25);
        // two of them write: that the plan is issued, and the batch
        assertThat(opened.commits()).isLessThanOrEqualTo(7);
    }

    private static AnAssignment[] assignments(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(one -> AnAssignment.of("resources").code("T-%03d".formatted(one)))
                .toArray(AnAssignment[]::new);
    }

    private ServerWork completing(CaseDriver.Step step) throws SQLException {
        Runnable complete = step.prepared()::completeBare;
        return during(complete);
    }

    private ServerWork during(Runnable work) throws SQLException {
        return ServerWork.during(environment.getRequiredProperty("spring.datasource.username"), work);
    }
}
