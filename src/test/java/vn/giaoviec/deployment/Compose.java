package vn.giaoviec.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;
import vn.giaoviec.testing.Installed;
import vn.giaoviec.testing.Run;

/** The compose file as a real parser of compose files reads it; a container engine is not needed for that. */
final class Compose {
    /** What a province sets; the values name what they are for. */
    static final Map<String, String> SETTINGS = Map.of(
            "GIAOVIEC_URL", "https://giaoviec.localhost",
            "GIAOVIEC_DATABASE_OWNER_PASSWORD", "trial-owner's",
            "GIAOVIEC_SSO_URL", "https://sso.giaoviec.localhost",
            "GIAOVIEC_CERTIFICATES", "/etc/giaoviec",
            "GIAOVIEC_ADMIN_NETWORKS", "127.0.0.2/32 10.1.2.0/24",
            "GIAOVIEC_DATABASE_ROOT_PASSWORD", "trial-root's",
            "GIAOVIEC_DATABASE_PASSWORD", "trial-application's",
            "KEYCLOAK_DATABASE_PASSWORD", "trial-keycloak's",
            "KEYCLOAK_ADMIN_PASSWORD", "trial-administrator's",
            "GIAOVIEC_CLIENT_SECRET", "trial-secret-of-the-client");

    private final Map<String, Object> file;

    private Compose(Map<String, Object> file) {
        this.file = file;
    }

    /** What the parser says with these settings: its output, or why it refuses. */
    static Run.Outcome parse(Map<String, String> settings) throws IOException, InterruptedException {
        Path parser = Installed.program("giaoviec.compose", "docker-compose");
        return Run.with(settings, parser.toString(), "--project-directory", ".", "config");
    }

    static Compose read(Map<String, String> settings) throws IOException, InterruptedException {
        Run.Outcome outcome = parse(settings);
        if (outcome.exit() != 0) {
            throw new AssertionError(outcome.said());
        }
        return new Compose(new Yaml().load(outcome.said()));
    }

    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) file.getOrDefault("services", Map.of());
    }

    /** A service's environment, with what stands left replaced by what stands right wherever it occurs. */
    @SuppressWarnings("unchecked")
    Map<String, String> environment(String service, Map<String, String> instead) {
        Map<String, Object> given =
                (Map<String, Object>) services().get(service).getOrDefault("environment", Map.of());
        Map<String, String> environment = new TreeMap<>();
        given.forEach((name, value) -> {
            String text = String.valueOf(value);
            for (var one : new LinkedHashMap<>(instead).entrySet()) {
                text = text.replace(one.getKey(), one.getValue());
            }
            environment.put(name, text);
        });
        return environment;
    }

    @SuppressWarnings("unchecked")
    static List<String> strings(Map<String, Object> service, String key) {
        return (List<String>) service.getOrDefault(key, List.of());
    }
}
