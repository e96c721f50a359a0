package vn.giaoviec.readiness;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A secret left empty or as the example had it is no secret. */
@Component
class ClientSecretCheck implements StartUpCheck {
    private static final String SECRET = "giaoviec.keycloak.client-secret";
    private static final Set<String> EXAMPLES =
            Set.of("changeme", "change-me", "change_me", "secret", "password", "placeholder", "todo", "example");

    private final Environment environment;

    ClientSecretCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "client secret";
    }

    @Override
    public List<Problem> problems() {
        if (!"keycloak".equalsIgnoreCase(environment.getProperty("giaoviec.security.sign-in"))) {
            return List.of();
        }
        String secret = environment.getProperty(SECRET, "").strip();
        return isNone(secret) ? List.of(Problem.of("startUp.clientSecret", SECRET)) : List.of();
    }

    private static boolean isNone(String secret) {
        return secret.isEmpty()
                || EXAMPLES.contains(secret.toLowerCase(Locale.ROOT))
                || secret.startsWith("${")
                || (secret.startsWith("<") && secret.endsWith(">"))
                || secret.chars().allMatch(letter -> letter == '*');
    }
}
