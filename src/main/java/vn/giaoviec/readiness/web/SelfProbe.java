package vn.giaoviec.readiness.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.giaoviec.readiness.Problem;
import vn.giaoviec.readiness.StartUpRefused;

/**
 * The application knocks at its own doors, as a stranger, before it calls itself started. Which paths are open is the sum
 * of many settings, some of them the engine's; only asking tells. A door that opens stops the process.
 */
@Component
class SelfProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<Integer> CLOSED = Set.of(401, 403, 404);
    private static final List<Door> DOORS = List.of(
            new Door("GET", "/"),
            new Door("GET", "/cases/x"),
            new Door("GET", "/steps/x"),
            new Door("GET", "/indicators"),
            new Door("GET", "/camunda/app/tasklist/default/"),
            new Door("GET", "/camunda/api/engine/engine/default/task"),
            new Door("GET", "/camunda/api/engine/engine/default/process-instance"),
            new Door("POST", "/camunda/api/admin/setup/default/user/create"),
            new Door("POST", "/camunda/api/engine/engine/default/deployment/create"),
            new Door("GET", "/engine-rest/engine"),
            new Door("GET", "/actuator/heapdump"),
            new Door("GET", "/h2-console"));

    private final ServerProperties server;

    SelfProbe(ServerProperties server) {
        this.server = server;
    }

    /**
     * @throws StartUpRefused if a stranger is let in anywhere
     */
    @EventListener
    void opened(ServletWebServerInitializedEvent started) {
        List<Problem> problems = problems(
                URI.create("http://" + host() + ":" + started.getWebServer().getPort()));
        if (!problems.isEmpty()) {
            throw new StartUpRefused(problems);
        }
    }

    /** The address it listens on; any address includes this computer's own. */
    private String host() {
        InetAddress address = server.getAddress();
        InetAddress asked = address == null || address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        return asked.getHostAddress().contains(":") ? "[" + asked.getHostAddress() + "]" : asked.getHostAddress();
    }

    /** What stands open there. */
    static List<Problem> problems(URI base) {
        HttpClient stranger = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        return DOORS.stream()
                .flatMap(door -> knock(stranger, base, door).stream())
                .toList();
    }

    private static Optional<Problem> knock(HttpClient stranger, URI base, Door door) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(door.path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        door.method,
                        "GET".equals(door.method) ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        try {
            HttpResponse<Void> answer = stranger.send(request, BodyHandlers.discarding());
            return isClosed(base, answer)
                    ? Optional.empty()
                    : Optional.of(Problem.of("startUp.openDoor", door.method, door.path, answer.statusCode()));
        } catch (IOException silent) {
            return Optional.of(Problem.of("startUp.noAnswer", door.method, door.path, String.valueOf(silent)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean isClosed(URI base, HttpResponse<Void> answer) {
        if (answer.statusCode() == 302) {
            String path = answer.headers()
                    .firstValue("Location")
                    .map(base::resolve)
                    .map(URI::getPath)
                    .orElse("");
            return path.equals("/sign-in") || path.startsWith("/oauth2/authorization/");
        }
        return CLOSED.contains(answer.statusCode());
    }

    private record Door(String method, String path) {}
}
