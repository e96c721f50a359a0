package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.giaoviec.audit.proof.PublicKey;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.audit.proof.Witness;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;

/** A long ledger in which nobody changed anything: verification says nothing. The whole campaign has a million entries. */
@OnMariaDb
@Tag("database")
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "giaoviec.notice.start-after=1d",
            "giaoviec.audit.seal-after=1d"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Province.class, ManyLinks.class})
@DirtiesContext
class UntouchedTest {
    private static final int ENTRIES = Boolean.getBoolean("giaoviec.campaign") ? 1_000_000 : 20_000;

    @Autowired
    ManyLinks ledger;

    @Autowired
    Province province;

    @Autowired
    Seal seal;

    @Autowired
    AuditSettings settings;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void thereIsNoFalseAlarm() throws Exception {
        for (int i = 0; i < 20; i++) {
            province.opens(AnAssignment.of("resources"))
                    .begins()
                    .throughResources()
                    .finishes();
        }
        ledger.write(ENTRIES);
        seal.seal();
        seal.copyOut();
        try (Connection connection = database.getConnection()) {
            Verification.fix(connection);
            Verification.Result result = Verification.of(
                    connection,
                    List.of(PublicKey.read(Files.readString(settings.folder().resolve("seal.pub")))),
                    Witness.read(settings.folder().resolve("checkpoints.log")));
            connection.rollback();
            assertThat(result.findings()).isEmpty();
            assertThat(result.sealed()).isEqualTo(result.links());
        }
        assertThat(jdbc.sql("select count(*) from audit_entry")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(ENTRIES);
    }
}
