package vn.giaoviec.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.giaoviec.audit.proof.PublicKey;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.audit.proof.Witness;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.KillSwitch;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Node;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.PlanText;
import vn.giaoviec.testing.TasklistClient;

/** A node dies at each boundary of a step: the step is wholly done or not at all, and the ledger says the same. */
@OnMariaDb
class PowerCutTest {
    private static final String SCHEMA = "powercut";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void ledgerAndCaseAgree() throws Exception {
        Map<String, String> environment = new HashMap<>(MariaDbServer.freshDatabase(SCHEMA));
        environment.put("SPRING_PROFILES_ACTIVE", "mariadb");
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PlanText.of(2024, List.of(AnAssignment.of("resources").ledBy("STTTT"))));
        String first = "--giaoviec.plan.first-file=" + plan.toUri();
        diesAt(KillSwitch.Boundary.AFTER_FLUSH, environment, first);
        assertThat(completed()).isZero();
        diesAt(KillSwitch.Boundary.BEFORE_COMMIT, environment, first);
        assertThat(completed()).isZero();
        diesAt(KillSwitch.Boundary.BEFORE_SEAL, environment, first);
        assertThat(completed()).isOne();

        try (Node node = Node.start(folder, environment, first).awaitReady()) {
            TasklistClient head = TasklistClient.signIn(node.port(), "head.stttt");
            assertThat(head.tasks(theCase())).doesNotContainKey("task_receive").containsKey("task_assign");
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            number("select count(*) from audit_link") == number("select count(*) from audit_leaf"));
        }
        try (Connection connection = connection()) {
            Verification.fix(connection);
            Path audit = folder.resolve("data/audit");
            Verification.Result result = Verification.of(
                    connection,
                    List.of(PublicKey.read(Files.readString(audit.resolve("seal.pub")))),
                    Witness.read(audit.resolve("checkpoints.log")));
            assertThat(result.findings()).isEmpty();
            assertThat(result.sealed()).isEqualTo(result.links());
        }
    }

    private void diesAt(KillSwitch.Boundary boundary, Map<String, String> environment, String first) throws Exception {
        String[] how = KillSwitch.at(boundary);
        try (Node node = Node.start(folder, environment, first, how[0], how[1]).awaitReady()) {
            if (number("select count(*) from casework_case") == 0) {
                TasklistClient.signIn(node.port(), "office1").submit("/", "/plan/2024/issue", Map.of());
            }
            TasklistClient head = TasklistClient.signIn(node.port(), "head.stttt");
            assertThatThrownBy(() -> head.does(theCase(), "task_receive", "received", Map.of()))
                    .as("no answer comes")
                    .isInstanceOf(AssertionError.class)
                    .hasCauseInstanceOf(java.io.IOException.class);
            assertThat(node.awaitEnd().exit()).isEqualTo(137);
        }
    }

    /** As the engine's tables, ours and the ledger say, which must be the same. */
    private static int completed() throws SQLException {
        int ledger = number("select count(*) from audit_entry where action = 'StepCompleted'");
        assertThat(number("select count(*) from ACT_HI_TASKINST where TASK_DEF_KEY_ = 'task_receive'"
                        + " and END_TIME_ is not null"))
                .isEqualTo(ledger);
        assertThat(number("select count(*) from casework_work_item where completed_by is not null"))
                .isEqualTo(ledger);
        return ledger;
    }

    private static String theCase() throws SQLException {
        return value("select case_key from casework_case");
    }

    private static int number(String sql) throws SQLException {
        return Integer.parseInt(value(sql));
    }

    private static String value(String sql) throws SQLException {
        try (Connection root = connection();
                Statement statement = root.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connection() throws SQLException {
        Connection root = MariaDbServer.root();
        root.setCatalog(SCHEMA);
        return root;
    }
}
