package vn.giaoviec.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real reverse proxy with the very file that compose mounts, in front of a server that tells what reached it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReverseProxyTest {
    private static final String APP = "giaoviec.localhost";
    private static final String SSO = "sso.giaoviec.localhost";

    @TempDir
    static Path folder;

    private HttpServer behind;
    private Proxy proxy;

    @BeforeAll
    void start() throws Exception {
        behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind.createContext("/", exchange -> {
            long size = exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
            StringBuilder told = new StringBuilder("size=" + size + "\n");
            exchange.getRequestHeaders().forEach((name, values) -> told.append(name.toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(values)
                    .append('\n'));
            byte[] body = told.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Strict-Transport-Security", "max-age=1");
            exchange.getResponseHeaders().add("Server", "inner");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        behind.start();
        String inner = "127.0.0.1:" + behind.getAddress().getPort();
        proxy = Proxy.start(folder, APP, SSO, inner, inner, Compose.SETTINGS.get("GIAOVIEC_ADMIN_NETWORKS"));
    }

    @AfterAll
    void stop() {
        behind.stop(0);
        proxy.close();
    }

    @Test
    void whatAClientClaimsAboutItselfNeverArrives() throws IOException {
        String answer = get(
                APP,
                "/",
                "X-Forwarded-For: 10.1.2.3",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: http",
                "X-Forwarded-Port: 1",
                "X-Forwarded-Prefix: /x",
                "X-Forwarded-Ssl: off",
                "X-Forwarded-Server: evil.example",
                "X-Forwarded-By: evil.example",
                "X-Real-IP: 10.1.2.3",
                "Forwarded: for=10.1.2.3;host=evil.example;proto=http");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("x-forwarded-for: [127.0.0.1]", "x-forwarded-proto: [https]")
                .contains("x-forwarded-host: [" + APP, "x-forwarded-port: [" + proxy.port() + "]")
                .doesNotContain("evil.example", "10.1.2.3", "x-forwarded-prefix", "forwarded: [for");
    }

    @Test
    void browsersAreToldToComeBackByTlsOnlyAndNotByWhomTheyWereServed() throws IOException {
        assertThat(get(APP, "/").lines().filter(line -> line.startsWith("Strict-Transport-Security")))
                .containsExactly("Strict-Transport-Security: max-age=31536000");
        assertThat(get(SSO, "/realms/giaoviec"))
                .doesNotContainIgnoringCase("\nserver:")
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void plainRequestsAreSentToTls() throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), proxy.plainPort())) {
            String answer = ask(plain, "GET /plan?x=1 HTTP/1.1", APP, new byte[0]);
            assertThat(answer)
                    .startsWith("HTTP/1.1 308")
                    .contains("Location: https://" + APP)
                    .contains("/plan?x=1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void oldTlsIsRefused(String version) throws Exception {
        try (SSLSocket old = proxy.connect(APP, "127.0.0.1")) {
            old.setEnabledProtocols(new String[] {version});
            assertThat(org.assertj.core.api.Assertions.catchThrowable(old::startHandshake))
                    .isInstanceOf(SSLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void newTlsIsNot(String version) throws Exception {
        try (SSLSocket current = proxy.connect(APP, "127.0.0.1")) {
            current.setEnabledProtocols(new String[] {version});
            current.startHandshake();
            assertThat(current.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin",
                "/admin/",
                "/admin/master/console/",
                "/ADMIN/realms",
                "//admin/",
                "/%61dmin/",
                "/realms/../admin/",
                "/./admin/realms/giaoviec/users",
                "/realms/master",
                "/realms/master/protocol/openid-connect/token",
                "/realms/%6daster/",
                "/realms//master/account"
            })
    void keycloakIsAdministeredOnlyFromWhereTheProvinceSays(String path) throws IOException {
        assertThat(get(SSO, path)).startsWith("HTTP/1.1 404").doesNotContain("size=");
        assertThat(get(SSO, path, "X-Forwarded-For: 127.0.0.2")).startsWith("HTTP/1.1 404");
        assertThat(from("127.0.0.2", SSO, path)).startsWith("HTTP/1.1 200");
    }

    @Test
    void everybodySignsIn() throws IOException {
        for (String path : List.of("/realms/giaoviec/protocol/openid-connect/auth", "/resources/x/login/y.css")) {
            assertThat(get(SSO, path)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void evidenceOfTheLargestSizePassesAndMoreDoesNot() throws IOException {
        assertThat(post(APP, 51 << 20)).startsWith("HTTP/1.1 200").contains("size=" + (51 << 20));
        assertThat(post(APP, 60 << 20)).doesNotStartWith("HTTP/1.1 2");
        assertThat(post(SSO, 2 << 20)).doesNotStartWith("HTTP/1.1 2");
    }

    private String get(String host, String path, String... headers) throws IOException {
        try (Socket socket = proxy.connect(host, "127.0.0.1")) {
            return ask(socket, "GET " + path + " HTTP/1.1", host, new byte[0], headers);
        }
    }

    private String from(String client, String host, String path) throws IOException {
        try (Socket socket = proxy.connect(host, client)) {
            return ask(socket, "GET " + path + " HTTP/1.1", host, new byte[0]);
        }
    }

    private String post(String host, int size) throws IOException {
        try (Socket socket = proxy.connect(host, "127.0.0.1")) {
            return ask(socket, "POST / HTTP/1.1", host, new byte[size], "Content-Length: " + size);
        }
    }

    private String ask(Socket socket, String line, String host, byte[] body, String... headers) throws IOException {
        socket.setSoTimeout(30_000);
        var out = socket.getOutputStream();
        out.write((line + "\r\nHost: " + host + "\r\nConnection: close\r\n"
                        + String.join(
                                "",
                                List.of(headers).stream()
                                        .map(header -> header + "\r\n")
                                        .toList()) + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        try {
            new ByteArrayInputStream(body).transferTo(out);
            out.flush();
        } catch (IOException refusedInTheMiddle) {
            // what it says about it can still be read
        }
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException cutOff) {
            return "cut off";
        }
    }
}
