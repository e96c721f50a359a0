package vn.giaoviec.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.giaoviec.testing.Run;

/** What a province starts with one command: parsed for real, nothing open that need not be, no secret of ours in it. */
class ComposeTest {
    private static final Path FILE = Path.of("docker-compose.yml");

    @Test
    void itIsRefusedWithoutAnyOneOfItsSettings() throws IOException, InterruptedException {
        for (String missing : Compose.SETTINGS.keySet()) {
            Map<String, String> rest = new HashMap<>(Compose.SETTINGS);
            rest.put(missing, "");
            Run.Outcome outcome = Compose.parse(rest);
            assertThat(outcome.exit()).as(missing).isNotZero();
            assertThat(outcome.said()).as(missing).contains(": set the ").doesNotContain("Traceback");
        }
    }

    @Test
    void everySettingIsExplainedInTheExample() throws IOException {
        var named = new TreeSet<String>();
        var matcher = Pattern.compile("\\$\\{([A-Z_]+)").matcher(Files.readString(FILE));
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        var explained = new TreeSet<String>();
        var line =
                Pattern.compile("(?m)^#?([A-Z_]+)=$").matcher(Files.readString(Path.of("src/main/docker/env.example")));
        while (line.find()) {
            explained.add(line.group(1));
        }
        assertThat(explained).isEqualTo(named);
        named.remove("GIAOVIEC_DEMO_PASSWORD");
        named.removeIf(setting -> setting.startsWith("GIAOVIEC_MAIL_"));
        assertThat(named).isEqualTo(new TreeSet<>(Compose.SETTINGS.keySet()));
    }

    @Test
    void onlyTheProxyIsReachedFromOutsideAndItDoesNotReachTheDatabase() throws IOException, InterruptedException {
        var services = Compose.read(Compose.SETTINGS).services();
        services.forEach((name, service) -> {
            List<?> ports = (List<?>) service.getOrDefault("ports", List.of());
            switch (name) {
                case "proxy" -> assertThat(ports.toString()).contains("80", "443");
                case "mail" -> assertThat(ports).hasSize(1).first().asString().contains("127.0.0.1");
                default -> assertThat(ports).as(name).isEmpty();
            }
        });
        assertThat(networks(services, "proxy")).isEqualTo("[outside]");
        assertThat(networks(services, "mariadb")).isEqualTo("[inside]");
    }

    private static String networks(Map<String, Map<String, Object>> services, String name) {
        return ((Map<?, ?>) services.get(name).get("networks")).keySet().toString();
    }

    @Test
    void everyImageHasAVersionAndEveryMountedFileIsInTheTree() throws IOException, InterruptedException {
        Path tree = Path.of("").toAbsolutePath();
        Compose.read(Compose.SETTINGS).services().forEach((name, service) -> {
            assertThat(String.valueOf(service.get("image"))).as(name).matches("[a-z./-]+:[0-9]+(\\.[0-9]+)+");
            for (String volume : Compose.strings(service, "volumes")) {
                Path source = Path.of(volume.split(":", -1)[0]);
                if (source.startsWith(tree)) {
                    assertThat(source).as(name).isRegularFile();
                    assertThat(volume).as(name).endsWith(":ro");
                }
            }
        });
    }

    @Test
    void whatNeedsAnotherWaitsForItToBeHealthy() throws IOException, InterruptedException {
        var services = Compose.read(Compose.SETTINGS).services();
        assertThat(waitsForHealthy(services, "keycloak")).containsExactly("mariadb");
        assertThat(waitsForHealthy(services, "app")).containsExactlyInAnyOrder("keycloak", "mariadb");
        assertThat(waitsForHealthy(services, "proxy")).containsExactly("app");
        assertThat(waitsForHealthy(services, "demo-people")).containsExactly("keycloak");
        assertThat(services.get("mariadb")).containsKey("healthcheck");
        assertThat(services.get("keycloak")).containsKey("healthcheck");
        assertThat(Files.readString(Path.of("src/main/docker/Dockerfile"))).contains("HEALTHCHECK");
    }

    private static List<String> waitsForHealthy(Map<String, Map<String, Object>> services, String name) {
        return ((Map<?, ?>) services.get(name).get("depends_on"))
                .entrySet().stream()
                        .filter(one -> "service_healthy".equals(((Map<?, ?>) one.getValue()).get("condition")))
                        .map(one -> String.valueOf(one.getKey()))
                        .toList();
    }

    @Test
    void noSecretStandsInTheFile() throws IOException {
        for (String line : Files.readAllLines(FILE)) {
            if (line.strip().matches("[A-Z_]*(PASSWORD|SECRET)[A-Z_]*: .*")) {
                assertThat(line).matches(".*: \\$\\{[A-Z_]+(:\\?[^}]+|:-)}");
            }
        }
    }

    @Test
    void trialsAreAProfileOfTheirOwn() throws IOException, InterruptedException {
        Compose.read(Compose.SETTINGS).services().forEach((name, service) -> assertThat(
                        Compose.strings(service, "profiles"))
                .as(name)
                .isEqualTo(List.of("demo-people", "mail").contains(name) ? List.of("demo") : List.of()));
    }
}
