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
            report("a plan of 5,000 tasks, uploaded until taken over", taken(office), "");
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
        report("cases opened, then killed", untilKilled, half + " of " + TASKS);
        long again = System.nanoTime();
        try (Node next = start()) {
            while (number(CASES) == half) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            long began = System.nanoTime();
            report("from the next start to its first case", began - again, "the start included");
            next.awaitReady();
            while (number(CASES) < TASKS) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            long rest = System.nanoTime() - began;
            report("the other cases opened", rest, TASKS - half + " of " + TASKS);
            report("a plan of 5,000 tasks issued, with a kill half-way", untilKilled + rest, "without the start");
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
        report("its annex read, and the first page shown", System.nanoTime() - began, "");
        for (String what : List.of("GROUPS", "INDICATORS", "NO_INDICATORS")) {
            office.submit(at, at + "/guesses", Map.of("what", what));
        }
        report("its guesses confirmed", System.nanoTime() - began, "from the upload on");
        String summary = office.get(at + "/summary").body();
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\w+)\"").matcher(summary);
        assertThat(seen.find()).as(summary).isTrue();
        report("its summary shown", System.nanoTime() - began, "from the upload on");
        HttpResponse<String> applied = office.submit(at + "/summary", at + "/apply", Map.of("seen", seen.group(1)));
        assertThat(applied.uri().getPath()).as(applied.body()).isEqualTo("/plan");
        return System.nanoTime() - began;
    }

    /** The annex takes the place of the shipped plan, which nobody has issued. */
    private Node start() {
        return Node.startForLong(folder, environment, "--giaoviec.notice.start-after=1d");
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

    private static void report(String what, long nanos, String note) {
        Scoreboard.row(what, "s").ours(nanos / 1e9).note(note).report();
    }
}
