package vn.giaoviec.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The application in a Java process of its own, as it runs in production: one node of possibly many. */
public final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Process process;
    private final int port;
    private final Path log;

    private Node(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it on a free port of loopback, with nothing but this environment; returns at once. */
    public static Node start(Path folder, Map<String, String> environment, String... arguments) {
        return start(folder, Ports.free(), environment, arguments);
    }

    public static Node start(Path folder, int port, Map<String, String> environment, String... arguments) {
        // short-lived: the second compiler would cost more than it gives
        return start(folder, port, List.of("-XX:TieredStopAtLevel=1"), environment, arguments);
    }

    /** The same with all of the virtual machine's compilers, as a province runs it: for benchmarks. */
    public static Node startForLong(Path folder, Map<String, String> environment, String... arguments) {
        return start(folder, Ports.free(), List.of(), environment, arguments);
    }

    private static Node start(
            Path folder, int port, List<String> machine, Map<String, String> environment, String... arguments) {
        try {
            Path log = folder.resolve("node-" + port + ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Duser.timezone=Asia/Ho_Chi_Minh",
                    "-Xmx512m",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    "vn.giaoviec.GiaoViec",
                    "--server.address=127.0.0.1",
                    "--server.port=" + port));
            command.addAll(1, machine);
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Node(process, port, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return port;
    }

    /** Waits until its health path says that it is ready. */
    public Node awaitReady() throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        Instant end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try {
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // nobody listens so far
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new AssertionError("a node did not get ready:\n" + Files.readString(log));
    }

    /** Waits until it has ended by itself. */
    public Run.Outcome awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("a node does not end:\n" + Files.readString(log));
        }
        return new Run.Outcome(process.exitValue(), Files.readString(log));
    }

    /** As a power cut ends it: no shutdown hook, no last word to the database. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        Run.end(process);
    }
}
