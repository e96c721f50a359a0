package vn.giaoviec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.giaoviec.intake.AnAnnex;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Node;
import vn.giaoviec.testing.TasklistClient;

/**
 * A plan of five thousand tasks: its annex is uploaded, decided and taken over, then issued; the server is killed half-way
 * and another goes on. Run by {@code mvn -Pbench}; it says what it measured, and fails when a case is missing or there twice.
 */
class ScaleBench {
    private static final int TASKS = 5_000;
    private static final int YEAR = 2024;
    private static final String SCHEMA = "scale";
    private static final String CASES = "select count(*) from casework_case where plan_year = " + YEAR;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Map<String, String> environment = Map.of();

    @Test
    void fiveThousandTasks() throws Exception {
        environment = new HashMap<>(MariaDbServer.freshDatabase(SCHEMA));
        environment.put("SPRING_PROFILES_ACTIVE", "mariadb");
        int half;
        long untilKilled;
        Node node = start();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            TasklistClient office = TasklistClient.signIn(node.awaitReady().port(), "office1");
            report("%d tasks taken over in %.1f s", TASKS, seconds(taken(office)));
            assertThat(number("select count(*) from plan_assignment where plan_year = " + YEAR))
                    .isEqualTo(TASKS);
            long began = System.nanoTime();
            other.execute(() -> office.submit("/", "/plan/" + YEAR + "/issue", Map.of()));
            while (number(CASES) < TASKS / 2) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            node.kill();
            untilKilled = System.nanoTime() - began;
            half = number(CASES);
        } finally {
            node.close();
            other.shutdownNow();
        }
        assertThat(half).as("killed half-way").isBetween(TASKS / 2, TASKS - 1);
        report("%d cases opened in %.1f s, then killed", half, seconds(untilKilled));
        long again = System.nanoTime();
        try (Node next = start()) {
            while (number(CASES) == half) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            long began = System.nanoTime();
            report("the next server took %.1f s to start", seconds(began - again));
            next.awaitReady();
            while (number(CASES) < TASKS) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            report("the other %d in %.1f s", TASKS - half, seconds(System.nanoTime() - began));
            report("issued in %.1f s", seconds(untilKilled + System.nanoTime() - began));
        }
        assertThat(number(CASES)).isEqualTo(TASKS);
        assertThat(number("select count(*) from ACT_HI_PROCINST where SUPER_PROCESS_INSTANCE_ID_ is null"))
                .isEqualTo(TASKS);
        assertThat(number("select count(*) from audit_entry where action = 'CaseOpened'"))
                .isEqualTo(TASKS);
    }

    /** How long the server worked on the annex, in nanoseconds; a person's thinking takes no time here. */
    private static long taken(TasklistClient office) {
        byte[] annex = AnAnnex.of(TASKS).xlsx();
        Map<String, String> heading = new LinkedHashMap<>();
        heading.put("year", "" + YEAR);
        heading.put("number", YEAR + "/KH-UBND");
        heading.put("title", "Kế hoạch " + YEAR);
        heading.put("issuer", "UBND tỉnh");
        heading.put("issuedOn", YEAR + "-01-15");
        heading.put("aim", "");
        heading.put("standsOn", "");
        long began = System.nanoTime();
        HttpResponse<String> review = office.submitFile("/intake", "/intake", heading, "phụ lục.xlsx", annex);
        String at = review.uri().getPath();
        assertThat(at).as(review.body()).matches("/intake/\\d+");
        report("read, and the first page shown, in %.1f s", seconds(System.nanoTime() - began));
        for (String what : List.of("GROUPS", "INDICATORS", "NO_INDICATORS")) {
            office.submit(at, at + "/guesses", Map.of("what", what));
        }
        report("decided after %.1f s", seconds(System.nanoTime() - began));
        String summary = office.get(at + "/summary").body();
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\w+)\"").matcher(summary);
        assertThat(seen.find()).as(summary).isTrue();
        report("summed up after %.1f s", seconds(System.nanoTime() - began));
        HttpResponse<String> applied = office.submit(at + "/summary", at + "/apply", Map.of("seen", seen.group(1)));
        assertThat(applied.uri().getPath()).as(applied.body()).isEqualTo("/plan");
        return System.nanoTime() - began;
    }

    /** The annex takes the place of the shipped plan, which nobody has issued. */
    private Node start() {
        return Node.startForLong(folder, environment, "--giaoviec.notice.start-after=1d");
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
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

    @SuppressWarnings("SystemOut") // a benchmark's result is what it says
    private static void report(String words, Object... values) {
        System.out.printf("BENCH " + words + "%n", values);
    }
}
