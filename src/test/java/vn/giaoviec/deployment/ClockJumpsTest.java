package vn.giaoviec.deployment;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.Installed;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Node;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.PlanText;
import vn.giaoviec.testing.Run;
import vn.giaoviec.testing.TasklistClient;

/** Two nodes on one database; the clock of one jumps. It rests, tells nobody too early, and nobody is told twice. */
@OnMariaDb
class ClockJumpsTest {
    private static final String SCHEMA = "clockjumps";
    private static final int JUMPS = Boolean.getBoolean("giaoviec.campaign") ? 20 : 3;
    private static final String[] UNITS = {"STTTT", "SKHCN", "SNN", "SXD", "STC"};

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aNodeWhoseClockRunsAwayRests() throws Exception {
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"),
                PlanText.of(
                        2024,
                        List.of(AnAssignment.of("resources")
                                .ledBy(UNITS)
                                .deadline("15/3/2024")
                                .dueOn("2024-03-15"))));
        Path jump = Files.writeString(folder.resolve("jump"), "+0");
        Map<String, String> environment = new HashMap<>(MariaDbServer.freshDatabase(SCHEMA));
        environment.put("SPRING_PROFILES_ACTIVE", "mariadb");
        Map<String, String> jumping = new HashMap<>(environment);
        jumping.put("LD_PRELOAD", library());
        jumping.put("FAKETIME_TIMESTAMP_FILE", jump.toString());
        jumping.put("FAKETIME_CACHE_DURATION", "1");
        jumping.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        // its mend for an old glibc makes every waiting thread of a Java process spin
        jumping.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        String file = "--giaoviec.plan.first-file=" + plan.toUri();
        try (Node steady = Node.start(folder, environment, file).awaitReady();
                Node other = Node.start(folder, jumping, file).awaitReady()) {
            TasklistClient office = TasklistClient.signIn(steady.port(), "office1");
            office.submit("/", "/plan/2024/issue", Map.of());
            // the first reminder, seven working days before, is due the next morning
            office.submit("/", "/clock", Map.of("day", "2024-03-05"));
            Random random = new Random(11);
            for (int number = 0; number < JUMPS; number++) {
                String by = number == 0
                        ? "+25h"
                        : List.of("+6m", "-6m", "+25h", "-25h").get(random.nextInt(4));
                jumps(jump, by, () -> !isReady(other));
                assertThat(signals()).as("told while the clock was %s off", by).isZero();
                jumps(jump, "+0", () -> isReady(other));
            }
            office.submit("/", "/clock", Map.of("day", "2024-03-06"));
            await().atMost(Duration.ofMinutes(3)).until(() -> signals() == UNITS.length);
        }
        assertThat(number("select count(distinct case_key) from audit_entry where action = 'DeadlineSignalled'"))
                .isEqualTo(UNITS.length);
        assertThat(number("select count(*) from ACT_RU_JOB where RETRIES_ = 0")).isZero();
    }

    /**
     * libfaketime reads its file without a lock, and may take the number of the old offset with the unit of the new one; it
     * looks again only when the text changes. So it is told in two spellings, until it has heard.
     */
    private static void jumps(Path file, String by, BooleanSupplier heard) {
        AtomicBoolean other = new AtomicBoolean();
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    if (heard.getAsBoolean()) {
                        return true;
                    }
                    Files.writeString(file, other.getAndSet(!other.get()) ? by : by.replaceFirst("\\d+", "$0.0"));
                    return false;
                });
    }

    /** What the program of that name would preload. */
    private static String library() throws Exception {
        Path faketime = Installed.program("giaoviec.faketime", "faketime");
        Run.Outcome said = Run.with(Map.of(), faketime.toString(), "-f", "+0", "printenv", "LD_PRELOAD");
        return said.said().strip();
    }

    private static boolean isReady(Node node) {
        return TasklistClient.nobody(node.port()).get("/health").statusCode() == 200;
    }

    private static int signals() throws SQLException {
        return number("select count(*) from audit_entry where action = 'DeadlineSignalled'");
    }

    private static int number(String sql) throws SQLException {
        try (Connection root = MariaDbServer.root();
                Statement statement = root.createStatement()) {
            statement.execute("use " + SCHEMA);
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
