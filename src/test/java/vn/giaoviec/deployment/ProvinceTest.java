package vn.giaoviec.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.giaoviec.testing.Browser;
import vn.giaoviec.testing.KeycloakServer;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Node;
import vn.giaoviec.testing.Ports;
import vn.giaoviec.testing.Run;

/**
 * The whole of docker-compose.yml without containers: each server native, with the environment, files and commands that
 * the compose file gives it, only names of containers replaced by ports of loopback. Not covered: the images themselves.
 */
@Tag("keycloak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvinceTest {
    private static final String APP = "giaoviec.localhost";
    private static final String SSO = "sso.giaoviec.localhost";
    private static final String PEOPLES_PASSWORD = "ca-tinh-dung-thu-1";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private Compose compose;
    private MariaDbServer database;
    private Process keycloak;
    private int keycloakPort;
    private Node app;
    private Proxy proxy;
    private Map<String, String> settings;
    private Map<String, String> instead;

    @BeforeAll
    void composeUp() throws Exception {
        int https = Ports.free();
        keycloakPort = Ports.free();
        int appPort = Ports.free();
        settings = new HashMap<>(Compose.SETTINGS);
        settings.put("GIAOVIEC_URL", "https://" + APP + ":" + https);
        settings.put("GIAOVIEC_SSO_URL", "https://" + SSO + ":" + https);
        settings.put("GIAOVIEC_DEMO_PASSWORD", PEOPLES_PASSWORD);
        compose = Compose.read(settings);
        database = MariaDbServer.another("province");
        instead = new LinkedHashMap<>(Map.of(
                "mariadb:3306",
                "127.0.0.1:" + database.listensOn(),
                "keycloak:8080",
                "127.0.0.1:" + keycloakPort,
                "app:8080",
                "127.0.0.1:" + appPort,
                "172.30.33.2",
                "127.0.0.1",
                "172\\.30\\.33\\.2",
                "127\\.0\\.0\\.1",
                "0.0.0.0",
                "127.0.0.1"));

        schemas();
        startKeycloak();
        demoPeople();
        app = Node.start(folder, appPort, compose.environment("app", instead));
        proxy = Proxy.start(
                folder,
                https,
                APP,
                SSO,
                "127.0.0.1:" + appPort,
                "127.0.0.1:" + keycloakPort,
                settings.get("GIAOVIEC_ADMIN_NETWORKS"));
        app.awaitReady();
    }

    @AfterAll
    void composeDown() {
        if (proxy != null) {
            proxy.close();
        }
        if (app != null) {
            app.close();
        }
        if (keycloak != null) {
            keycloak.descendants().forEach(ProcessHandle::destroyForcibly);
            Run.end(keycloak);
        }
    }

    /** The image's entry point reads the script with this function at hand. */
    private void schemas() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(compose.environment("mariadb", instead));
        environment.put("PATH", MariaDbServer.programs() + ":" + System.getenv("PATH"));
        Run.Outcome made = Run.with(
                environment,
                "bash",
                "-c",
                "set -e; docker_process_sql() { mariadb " + String.join(" ", database.clientOptions())
                        + "; }; . src/main/docker/mariadb/schemas.sh");
        assertThat(made.exit()).as(made.said()).isZero();
    }

    private void startKeycloak() throws IOException, InterruptedException {
        Path home = folder.resolve("keycloak");
        Run.Outcome copied =
                Run.with(Map.of(), "cp", "-r", KeycloakServer.home().toString(), home.toString());
        assertThat(copied.exit()).as(copied.said()).isZero();
        Run.with(Map.of(), "rm", "-rf", home.resolve("data").toString());
        Files.createDirectories(home.resolve("data/import"));
        Files.copy(Path.of("keycloak/realm-giaoviec.json"), home.resolve("data/import/realm-giaoviec.json"));
        Map<String, String> environment = new HashMap<>(compose.environment("keycloak", instead));
        environment.put("KC_DB_URL_HOST", "127.0.0.1");
        environment.put("KC_DB_URL_PORT", String.valueOf(database.listensOn()));
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", String.valueOf(keycloakPort));
        int management = Ports.free();
        environment.put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(management));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        List<String> command = new java.util.ArrayList<>(
                List.of("sh", home.resolve("bin/kc.sh").toString()));
        command.addAll(Compose.strings(compose.services().get("keycloak"), "command"));
        Path log = folder.resolve("keycloak.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        keycloak = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            keycloak.descendants().forEach(ProcessHandle::destroyForcibly);
            keycloak.destroyForcibly();
        }));
        // compose's own health check, on the port that we gave it
        String check = String.valueOf(((List<?>)
                                ((Map<?, ?>) compose.services().get("keycloak").get("healthcheck")).get("test"))
                        .get(1))
                .replace("$$", "$")
                .replace("9000", String.valueOf(management));
        while (keycloak.isAlive() && Run.with(Map.of(), "bash", "-c", check).exit() != 0) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        assertThat(keycloak.isAlive()).as(Files.readString(log)).isTrue();
    }

    private void demoPeople() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(compose.environment("demo-people", instead));
        environment.put("KEYCLOAK_CLI", folder.resolve("keycloak/bin/kcadm.sh").toString());
        environment.put("GIAOVIEC_DEMO_PEOPLE", "keycloak/demo-people.json");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        for (int i = 0; i < 2; i++) {
            Run.Outcome added = Run.with(environment, "bash", "src/main/docker/keycloak/demo-people.sh");
            assertThat(added.exit()).as(added.said()).isZero();
        }
        environment.remove("GIAOVIEC_DEMO_PASSWORD");
        assertThat(Run.with(environment, "bash", "src/main/docker/keycloak/demo-people.sh")
                        .said())
                .contains("set the password");
    }

    @Test
    void peopleComeInThroughTheProxyAndReachTasklist() {
        try (Browser browser = Browser.startAt(settings.get("GIAOVIEC_URL"))) {
            browser.entersByKeycloak("office1", PEOPLES_PASSWORD);
            browser.awaitText("Kế hoạch");
            browser.open("/camunda/app/tasklist/default/");
            browser.awaitText("Việc của đơn vị tôi");
            browser.open("/sign-out");
        }
    }

    @Test
    void peopleAndUnitsCameFromKeycloak() throws SQLException {
        // two seconds after the start, and then every five minutes
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            try (Connection own = account("giaoviec", "GIAOVIEC_DATABASE_PASSWORD")) {
                assertThat(count(own, "select count(*) from directory_person where subject is not null"))
                        .isGreaterThanOrEqualTo(17);
            }
        });
    }

    @Test
    void noAccountSeesTheOthersSchema() throws SQLException {
        try (Connection own = account("giaoviec", "GIAOVIEC_DATABASE_PASSWORD")) {
            assertThat(count(own, "select count(*) from information_schema.tables where table_schema = 'keycloak'"))
                    .isZero();
            assertThatThrownBy(() -> count(own, "select count(*) from keycloak.USER_ENTITY"))
                    .hasMessageContaining("denied");
            assertThatThrownBy(() -> count(own, "select count(*) from mysql.user"))
                    .hasMessageContaining("denied");
        }
        try (Connection other = account("keycloak", "KEYCLOAK_DATABASE_PASSWORD")) {
            assertThat(count(other, "select count(*) from information_schema.tables where table_schema = 'keycloak'"))
                    .isGreaterThan(50);
            assertThatThrownBy(() -> count(other, "select count(*) from giaoviec.person"))
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void theServerRunsWithTheSettingsOfItsFile() throws SQLException {
        Map<String, String> expected = Map.of(
                "tx_isolation", "READ-COMMITTED",
                "old_mode", "",
                "character_set_server", "utf8mb4",
                "collation_server", "utf8mb4_bin",
                "explicit_defaults_for_timestamp", "ON",
                "log_bin", "ON",
                "sync_binlog", "1",
                "innodb_flush_log_at_trx_commit", "1");
        try (Connection root = database.administrator();
                Statement statement = root.createStatement();
                ResultSet variables = statement.executeQuery("show global variables")) {
            Map<String, String> found = new HashMap<>();
            while (variables.next()) {
                found.put(variables.getString(1), variables.getString(2));
            }
            assertThat(found).containsAllEntriesOf(expected);
        }
    }

    @Test
    void theApplicationBelievesNobodyButTheProxyAboutWhoAsks() throws Exception {
        HttpResponse<String> straight = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/sign-in"))
                                .header("X-Forwarded-Proto", "https")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        // loopback stands for the proxy here, so the header counts, and HSTS shows that it did
        assertThat(straight.headers().firstValue("Strict-Transport-Security")).isPresent();
        HttpResponse<String> plain = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + "/sign-in"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    private Connection account(String name, String password) throws SQLException {
        return DriverManager.getConnection(database.url(name), name, settings.get(password));
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
