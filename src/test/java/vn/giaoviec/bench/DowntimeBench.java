package vn.giaoviec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Node;
import vn.giaoviec.testing.PlanText;
import vn.giaoviec.testing.Ports;
import vn.giaoviec.testing.TasklistClient;

/**
 * Thousands of deadlines pass while every node is down. How long do the timers take to drain afterwards, by one node and by
 * two, and what does a head notice who works meanwhile? Run by {@code mvn -Pbench}; it says what it measured, and fails only
 * when somebody is told twice or not at all.
 */
class DowntimeBench {
    private static final int UNITS = 100;
    /** With -Pcampaign ten thousand timers, else a fifth of them. */
    private static final int ASSIGNMENTS =
            Integer.getInteger("giaoviec.bench.timers-per-unit", Boolean.getBoolean("giaoviec.campaign") ? 100 : 20);

    private static final int CASES = UNITS * ASSIGNMENTS;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 20);
    private static final LocalDate SECOND = LocalDate.of(2024, 3, 26);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private int mailPort;
    private String schema = "";
    private Map<String, String> environment = Map.of();

    @Test
    void timersAfterADowntime() throws Exception {
        // what is due on the one day is more than on the other, so each number of nodes gets both
        List<Drained> runs = new ArrayList<>(run("downtime_a", 1, 2));
        runs.addAll(run("downtime_b", 2, 1));
        report(runs);
    }

    /** One province, whose deadlines pass twice while it is down. */
    private List<Drained> run(String inSchema, int firstNodes, int thenNodes) throws Exception {
        schema = inSchema;
        mailPort = Ports.free();
        environment = new HashMap<>(MariaDbServer.freshDatabase(schema));
        environment.put("SPRING_PROFILES_ACTIVE", "mariadb");
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", String.valueOf(mailPort));
        GreenMail mailbox = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        try {
            // due on Friday 15 March; down until Wednesday, when the plan office has to be told too
            long idle = aQuietNode(true, FIRST);
            Drained first = drain(firstNodes, FIRST, idle);
            everybodyIsToldOnce(3 * CASES, 3 * CASES);
            aQuietNode(false, SECOND);
            Drained then = drain(thenNodes, SECOND, idle);
            everybodyIsToldOnce(4 * CASES, 4 * CASES);
            atMostOneDigestADay(mailbox);
            return List.of(first, then);
        } finally {
            mailbox.stop();
        }
    }

    /** A node whose timers rest: issues the plan if it is the first, and lets time pass. */
    private long aQuietNode(boolean first, LocalDate day) throws Exception {
        try (Node node = start("--camunda.bpm.job-execution.enabled=false", "--giaoviec.notice.start-after=1d")
                .awaitReady()) {
            TasklistClient office = TasklistClient.signIn(node.port(), "office1");
            if (first) {
                office.submit("/", "/plan/2024/issue", Map.of());
                await("select count(*) from ACT_RU_JOB where HANDLER_TYPE_ = 'timer-start-event-subprocess'", CASES);
            }
            assertThat(office.submit("/", "/clock", Map.of("day", day.toString()))
                            .statusCode())
                    .isEqualTo(200);
            return new Watch(node.port()).looks(100);
        }
    }

    private Node start(String... more) throws Exception {
        Path plan = folder.resolve("plan.yaml");
        if (!Files.exists(plan)) {
            String[] units =
                    IntStream.rangeClosed(1, UNITS).mapToObj("U%03d"::formatted).toArray(String[]::new);
            Files.writeString(
                    plan,
                    PlanText.of(
                            2024,
                            IntStream.rangeClosed(1, ASSIGNMENTS)
                                    .mapToObj(one -> AnAssignment.of("resources")
                                            .code("T-%03d".formatted(one))
                                            .ledBy(units)
                                            .deadline("15/3/2024")
                                            .dueOn("2024-03-15"))
                                    .toList()));
        }
        return Node.startForLong(
                folder,
                environment,
                Stream.concat(Stream.of("--giaoviec.plan.first-file=" + plan.toUri()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Drained drain(int nodes, LocalDate day, long idle) throws Exception {
        String overdue = "select count(*) from ACT_RU_JOB where HANDLER_TYPE_ = 'timer-start-event-subprocess'"
                + " and DUEDATE_ < '" + day + " 08:00:00'";
        assertThat(number(overdue)).isEqualTo(CASES);
        List<Node> running = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        try {
            for (int node = 0; node < nodes; node++) {
                running.add(start());
            }
            while (number(overdue) == CASES) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            long began = System.nanoTime();
            Watch watch = new Watch(running.get(0).awaitReady().port());
            Thread looking = new Thread(() -> watch.looksUntil(over));
            looking.start();
            await(overdue, 0);
            double seconds = (System.nanoTime() - began) / 1e9;
            over.set(true);
            looking.join();
            await("select count(*) from notice_digest where on_day = '" + day + "'", 1);
            await("select count(*) from notice_mail where state in ('WAITING', 'SENDING')", 0);
            return new Drained(nodes, seconds, watch.percentile(95), watch.count(), idle);
        } finally {
            over.set(true);
            running.forEach(Node::close);
        }
    }

    private void everybodyIsToldOnce(int signals, int different) throws SQLException {
        assertThat(number("select count(*) from audit_entry where action = 'DeadlineSignalled'"))
                .isEqualTo(signals);
        assertThat(number("select count(distinct case_key, facts) from audit_entry"
                        + " where action = 'DeadlineSignalled'"))
                .isEqualTo(different);
        assertThat(number("select count(*) from ACT_RU_JOB where RETRIES_ = 0")).isZero();
    }

    private static void atMostOneDigestADay(GreenMail mailbox) throws MessagingException {
        Map<String, Integer> received = new TreeMap<>();
        for (MimeMessage mail : mailbox.getReceivedMessages()) {
            received.merge(mail.getRecipients(Message.RecipientType.TO)[0] + " " + mail.getSubject(), 1, Integer::sum);
        }
        assertThat(received).hasSizeGreaterThan(2 * UNITS).allSatisfy((who, times) -> assertThat(times)
                .isEqualTo(1));
    }

    private void await(String sql, int wanted) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(sql) != wanted) {
            assertThat(System.nanoTime()).as("%s: %d", sql, number(sql)).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private int number(String sql) throws SQLException {
        try (Connection root = MariaDbServer.root();
                Statement statement = root.createStatement()) {
            statement.execute("use " + schema);
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void report(List<Drained> runs) {
        Scoreboard.row("reminders, two nodes to one on the same cores", "timers/s")
                .ours(rate(runs, 2))
                .to("one node", rate(runs, 1))
                .atLeast(0.95)
                .note("%d timers twice; 0 lost, 0 doubled, 0 given up, or the bench fails", CASES)
                .report();
        for (int nodes = 1; nodes <= 2; nodes++) {
            int many = nodes;
            List<Drained> those = runs.stream().filter(run -> run.nodes == many).toList();
            Scoreboard.row("a head's home page while " + nodes + " of them catch up, percentile 95", "ms")
                    .ours(Scoreboard.median(those.stream().map(Drained::page).toList()))
                    .to(
                            "idle",
                            Scoreboard.median(those.stream().map(Drained::idle).toList()))
                    .note(
                            "opened %d times",
                            those.stream().mapToInt(Drained::looks).sum())
                    .report();
        }
    }

    private static double rate(List<Drained> runs, int nodes) {
        List<Drained> those = runs.stream().filter(run -> run.nodes == nodes).toList();
        return those.size()
                * (double) CASES
                / those.stream().mapToDouble(Drained::seconds).sum();
    }

    /**
     * @param nodes how many worked
     * @param seconds from the first timer to the last
     * @param page a head's home page meanwhile, milliseconds, 95th percentile
     * @param looks how often it was opened
     * @param idle the same page while no timer runs
     */
    private record Drained(int nodes, double seconds, long page, int looks, long idle) {}

    /** A head who looks at the own home page again and again. */
    private static final class Watch {
        private final TasklistClient head;
        private final List<Long> times = Collections.synchronizedList(new ArrayList<>());

        Watch(int port) {
            head = TasklistClient.signIn(port, "head.u001");
        }

        long looks(int often) {
            for (int look = 0; look < often; look++) {
                look();
            }
            return percentile(95);
        }

        void looksUntil(AtomicBoolean over) {
            while (!over.get()) {
                look();
                try {
                    TimeUnit.MILLISECONDS.sleep(200);
                } catch (InterruptedException stop) {
                    return;
                }
            }
        }

        private void look() {
            long began = System.nanoTime();
            assertThat(head.get("/").statusCode()).isEqualTo(200);
            times.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }

        long percentile(int percent) {
            List<Long> sorted = times.stream().sorted().toList();
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }

        int count() {
            return times.size();
        }
    }
}
