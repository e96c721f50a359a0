package vn.giaoviec.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real Keycloak on loopback, with the very realm file of the tree and the demo's people. It is unpacked by the build,
 * starts with the first test that needs it, and ends with the JVM; tests may kill it and start it again.
 */
public final class KeycloakServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** What every person of the demo signs in with. */
    public static final String PASSWORD = "mat-khau-dung-thu-1";
    /** The application's secret. */
    public static final String SECRET = "bi-mat-cua-ung-dung-chi-de-thu";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ADMIN_PASSWORD = "quan-tri-thu-nghiem-1";
    private static final Path BASE = Path.of("target/keycloak").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static @Nullable KeycloakServer running;

    private int appPort;
    private int port;
    private @Nullable Process process;

    /** The one that runs. */
    public static KeycloakServer running() {
        if (running == null) {
            throw new IllegalStateException("no test has started Keycloak");
        }
        return running;
    }

    /** The port on which the application under test listens, named in the realm's addresses. */
    public int appPort() {
        return appPort;
    }

    /** The realm's address. */
    public String issuer() {
        return root() + "/realms/giaoviec";
    }

    public String root() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (running == null) {
            appPort = Ports.free();
            port = Ports.free();
            prepare();
            start();
            importPeople();
            running = this;
        }
        TestPropertyValues.of(
                        "server.port=" + running().appPort,
                        "GIAOVIEC_URL=http://127.0.0.1:" + running().appPort,
                        "GIAOVIEC_KEYCLOAK_ISSUER=" + running().issuer(),
                        "GIAOVIEC_CLIENT_SECRET=" + SECRET,
                        // no TLS between two processes of one machine
                        "server.servlet.session.cookie.secure=false",
                        "camunda.bpm.webapp.csrf.enable-secure-cookie=false",
                        "camunda.bpm.webapp.session-cookie.enable-secure-cookie=false",
                        "giaoviec.calendar.demo=true")
                .applyTo(context);
    }

    /** Starts it, or starts it again with what it knew. */
    public void start() {
        try {
            ProcessBuilder command = new ProcessBuilder(
                            "sh",
                            home().resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--import-realm")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            BASE.resolve("server.log").toFile()));
            command.environment()
                    .putAll(Map.of(
                            "GIAOVIEC_URL",
                            "http://127.0.0.1:" + appPort,
                            "GIAOVIEC_BACKCHANNEL",
                            "http://127.0.0.1:" + appPort,
                            "GIAOVIEC_CLIENT_SECRET",
                            SECRET,
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            "trial",
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            ADMIN_PASSWORD,
                            "JAVA_OPTS_KC_HEAP",
                            "-Xms128m -Xmx512m",
                            "JAVA_OPTS_APPEND",
                            "-XX:TieredStopAtLevel=1"));
            Process started = command.start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(started)));
            awaitReady(started);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException("Keycloak did not start, see target/keycloak/server.log", failed);
        }
    }

    /** Kills it as a power cut would. */
    public void kill() {
        kill(process);
    }

    private static void kill(@Nullable Process process) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitReady(Process started) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (started.isAlive() && Instant.now().isBefore(end)) {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create(issuer()))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                if (HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
        throw new IllegalStateException("Keycloak is not ready, see target/keycloak/server.log");
    }

    private static void prepare() {
        try {
            Path data = home().resolve("data");
            if (Files.exists(data)) {
                try (Stream<Path> files = Files.walk(data)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
            Path imports = Files.createDirectories(data.resolve("import"));
            Files.copy(
                    Path.of("keycloak/realm-giaoviec.json"),
                    imports.resolve("realm-giaoviec.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where the build unpacked it. */
    public static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(BASE)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("run mvn process-test-classes: it unpacks Keycloak"));
        }
    }

    private void importPeople() {
        try {
            ObjectNode people = (ObjectNode) JSON.readTree(Files.readString(Path.of("keycloak/demo-people.json"))
                    .replace("${GIAOVIEC_DEMO_PASSWORD}", PASSWORD));
            people.put("ifResourceExists", "FAIL");
            admin("POST", "/partialImport", people);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Imports a whole realm, as the administrator would. */
    public void createRealm(JsonNode realm) {
        call("POST", root() + "/admin/realms", realm.toString());
    }

    /** Keycloak's id of a person, which is the token's {@code sub}. */
    public String subject(String username) {
        return admin("GET", "/users?exact=true&username=" + encode(username), null)
                .get(0)
                .get("id")
                .asText();
    }

    public void enable(String username, boolean enabled) {
        admin("PUT", "/users/" + subject(username), JSON.createObjectNode().put("enabled", enabled));
    }

    public void rename(String username, String lastName) {
        JsonNode user = admin("GET", "/users/" + subject(username), null);
        admin("PUT", "/users/" + subject(username), ((ObjectNode) user).put("lastName", lastName));
    }

    public void delete(String username) {
        admin("DELETE", "/users/" + subject(username), null);
    }

    /** A new account with the usual password. */
    public void create(String username, String lastName, String... groups) {
        ObjectNode user = JSON.createObjectNode()
                .put("username", username)
                .put("enabled", true)
                .put("firstName", "Mẫu")
                .put("lastName", lastName)
                .put("email", username + "@giaoviec.example")
                .put("emailVerified", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
        var paths = user.putArray("groups");
        List.of(groups).forEach(paths::add);
        admin("POST", "/users", user);
    }

    public void join(String username, String group) {
        admin("PUT", "/users/" + subject(username) + "/groups/" + group(group), null);
    }

    public void leave(String username, String group) {
        admin("DELETE", "/users/" + subject(username) + "/groups/" + group(group), null);
    }

    /** Adds a top-level group. */
    public void addGroup(String name) {
        admin("POST", "/groups", JSON.createObjectNode().put("name", name));
    }

    /** Ends every session of a person, as an administrator does in Keycloak. */
    public void logOut(String username) {
        admin("POST", "/users/" + subject(username) + "/logout", null);
    }

    private String group(String path) {
        return admin("GET", "/group-by-path" + path, null).get("id").asText();
    }

    /** Asks the realm's administration; a body or null. */
    public JsonNode admin(String method, String path, @Nullable JsonNode body) {
        return call(method, root() + "/admin/realms/giaoviec" + path, body == null ? null : body.toString());
    }

    private JsonNode call(String method, String address, @Nullable String body) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + address + ": " + response.statusCode() + response.body());
        }
        try {
            return JSON.readTree(response.body().isEmpty() ? "null" : response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A token of the administrator of all realms. */
    public String masterToken() {
        return adminToken();
    }

    private String adminToken() {
        return token(
                        "master",
                        Map.of(
                                "client_id", "admin-cli",
                                "grant_type", "password",
                                "username", "trial",
                                "password", ADMIN_PASSWORD))
                .get("access_token")
                .asText();
    }

    /** Asks a realm's token endpoint. */
    public JsonNode token(String realm, Map<String, String> parameters) {
        String body = parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(URI.create(root() + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
        try {
            return JSON.readTree(response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
