package vn.giaoviec.readiness.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import vn.giaoviec.readiness.Problem;
import vn.giaoviec.testing.Node;
import vn.giaoviec.testing.Run;

/** The application does not stay up with a door open. That the real doors are closed is tested by every start. */
class SelfProbeTest {
    @TempDir
    Path folder;

    @Test
    void anApplicationThatLetsStrangersInStops() throws IOException, InterruptedException {
        try (Node node = Node.start(
                folder,
                Map.of(),
                "--spring.main.sources=" + OpenDoor.class.getName(),
                "--spring.datasource.url=jdbc:h2:mem:open;MODE=MariaDB;CASE_INSENSITIVE_IDENTIFIERS=TRUE")) {
            Run.Outcome outcome = node.awaitEnd();
            assertThat(outcome.exit()).as(outcome.said()).isNotZero();
            assertThat(outcome.said().lines().filter(line -> line.contains("/actuator/heapdump")))
                    .as(outcome.said())
                    .hasSize(1);
            assertThat(outcome.said()).doesNotContain("\tat ");
        }
    }

    @Test
    void aDoorIsClosedByARefusalOrByTheWayToSignIn() throws IOException {
        for (int closed : List.of(401, 403, 404)) {
            assertThat(answered(closed, null)).isEmpty();
        }
        assertThat(answered(302, "/sign-in")).isEmpty();
        assertThat(answered(302, "/oauth2/authorization/keycloak?x=y")).isEmpty();
    }

    @Test
    void anythingElseIsOpen() throws IOException {
        for (int open : List.of(200, 204, 400, 405, 415, 500)) {
            assertThat(answered(open, null))
                    .hasSize(12)
                    .extracting(Problem::key)
                    .containsOnly("startUp.openDoor");
        }
        assertThat(answered(302, "/camunda/app/welcome")).hasSize(12);
        assertThat(answered(302, null)).hasSize(12);
    }

    @Test
    void aDoorThatDoesNotAnswerIsNotTrusted() {
        assertThat(SelfProbe.problems(URI.create("http://127.0.0.1:1")))
                .hasSize(12)
                .extracting(Problem::key)
                .containsOnly("startUp.noAnswer");
    }

    private static List<Problem> answered(int status, @Nullable String location) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return SelfProbe.problems(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    /** A mistake as it is made: a part that brings doors of its own, and a rule that lets everybody pass there. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OpenDoor {
        @Bean
        @Order(0)
        SecurityFilterChain everybody(HttpSecurity http) throws Exception {
            return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/actuator/**"))
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        ServletRegistrationBean<HttpServlet> actuator() {
            return new ServletRegistrationBean<>(new Heap(), "/actuator/*");
        }
    }

    /** Gives away what it has. */
    private static final class Heap extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_OK);
        }
    }
}
