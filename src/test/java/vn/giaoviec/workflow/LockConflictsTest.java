package vn.giaoviec.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;

/** Real transactions that stand in each other's way: the person who completes a step notices nothing. */
@EngineTest
@OnMariaDb
class LockConflictsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String WORK_ITEM = "select * from casework_work_item where task_id = ? for update";
    private static final String DRAFT = "select * from casework_draft where task_id = ? for update";

    @Autowired
    Province province;

    @Autowired
    DataSource pool;

    private final ExecutorService person = Executors.newSingleThreadExecutor();
    private CaseDriver work;
    private CaseDriver.Step step;

    @BeforeEach
    void aStepReadyToBeCompleted() {
        work = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
        step = work.step("task_prepareLevelDossier").prepared();
    }

    @AfterEach
    void everybodyGoesHome() {
        person.shutdownNow();
    }

    @Test
    void aLockWaitThatRunsOutIsRepeated() throws Exception {
        long before = count("lock_timeouts");
        Future<?> completing;
        try (Connection other = transaction()) {
            lock(other, WORK_ITEM);
            completing = person.submit(step::completeBare);
            await(() -> count("lock_timeouts") > before);
            other.rollback();
        }
        completing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        completedOnce();
    }

    @Test
    void theVictimOfADeadlockIsRepeated() throws Exception {
        long before = count("lock_deadlocks");
        Future<?> completing;
        try (Connection other = transaction()) {
            // the transaction that has changed least is the victim: let it be the person's
            changeMuch(other);
            lock(other, DRAFT);
            completing = person.submit(step::completeBare);
            await(() -> waiting() > 0);
            lock(other, WORK_ITEM);
            assertThat(count("lock_deadlocks")).isGreaterThan(before);
            other.rollback();
        }
        completing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        completedOnce();
    }

    private void completedOnce() {
        assertThat(province.handedIn(work.key())).containsKey(step.taskId());
        assertThat(work.waitsAt()).containsExactly("task_appraiseLevel");
    }

    private Connection transaction() throws SQLException {
        Connection connection = TestDatabase.forger(pool);
        connection.setAutoCommit(false);
        return connection;
    }

    private void lock(Connection connection, String statement) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(statement)) {
            rows.setString(1, step.taskId());
            try (ResultSet row = rows.executeQuery()) {
                assertThat(row.next()).isTrue();
            }
        }
    }

    private static void changeMuch(Connection connection) throws SQLException {
        try (PreparedStatement days = connection.prepareStatement("""
                insert into casework_command (person, id, action, content, done_at)
                select 'somebody', uuid(), 'load', 'x', now(6) from seq_1_to_2000
                """)) {
            assertThat(days.executeUpdate()).isEqualTo(2000);
        }
    }

    private static long count(String metric) throws SQLException {
        return number("select count from information_schema.innodb_metrics where name = '" + metric + "'");
    }

    private static long waiting() throws SQLException {
        return number("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'");
    }

    private static long number(String question) throws SQLException {
        try (Connection root = MariaDbServer.root();
                PreparedStatement statement = root.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
            // the server shows a picture of its locks that it renews only for those who ask less than ten times a
            // second
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
