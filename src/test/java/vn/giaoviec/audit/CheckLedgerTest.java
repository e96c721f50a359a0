package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.audit.proof.Finding;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.shared.Looked;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** The system verifies its own ledger: each night once, when asked, and while people work. */
@EngineTest
class CheckLedgerTest {
    @Autowired
    Province province;

    @Autowired
    CheckLedger checks;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNightIsCheckedOnceAndInspectorsAreToldOfTheSeal() throws Exception {
        province.opens(AnAssignment.of("resources"));
        jdbc.sql("delete from audit_check").update();
        jdbc.sql("delete from notice_mail where kind = 'LEDGER'").update();
        checks.everyNight();
        checks.everyNight(); // another node's
        assertThat(checks.last(10)).singleElement().satisfies(check -> {
            assertThat(check.finishedAt()).isNotNull();
            assertThat(check.findings()).isZero();
            assertThat(check.links()).isPositive().isEqualTo(check.sealed());
        });
        assertThat(jdbc.sql("select recipient from notice_mail where kind = 'LEDGER'")
                        .query(String.class)
                        .list())
                .contains("inspector1")
                .doesNotHaveDuplicates();
    }

    @Test
    void whoAsksIsToldWhatIsWrong() throws Exception {
        CaseDriver driver = province.opens(AnAssignment.of("resources"));
        String right = unit(driver);
        jdbc.sql("update casework_case set appraiser = 'X' where case_key = ?")
                .param(driver.key().toString())
                .update();
        try {
            checks.begin("inspector1");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> checks.last(1).get(0).finishedAt() != null);
            assertThat(checks.last(1).get(0).first())
                    .contains(new Finding(Finding.Kind.ROW_CHANGED, "casework_case " + driver.key()));
        } finally {
            jdbc.sql("update casework_case set appraiser = ? where case_key = ?")
                    .params(right, driver.key().toString())
                    .update();
        }
    }

    private String unit(CaseDriver driver) {
        return jdbc.sql("select appraiser from casework_case where case_key = ?")
                .param(driver.key().toString())
                .query(String.class)
                .single();
    }

    @Test
    void whatIsWrittenMeanwhileIsNoFalseAlarm() throws Exception {
        CaseDriver driver = province.opens(AnAssignment.of("resources"));
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService somebody = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> looks = somebody.submit(() -> {
                int made = 0;
                for (; !enough.get(); made++) {
                    events.publishEvent(new Looked(driver.key(), "test"));
                }
                return made;
            });
            for (int i = 0; i < 20; i++) {
                try (Connection connection = database.getConnection()) {
                    Verification.fix(connection);
                    assertThat(Verification.of(connection, List.of(), null).findings())
                            .filteredOn(finding -> !finding.kind().name().startsWith("CHECKPOINT_"))
                            .isEmpty();
                    connection.rollback();
                }
            }
            enough.set(true);
            assertThat(looks.get()).isGreaterThan(20);
        } finally {
            enough.set(true);
            somebody.shutdown();
        }
    }
}
