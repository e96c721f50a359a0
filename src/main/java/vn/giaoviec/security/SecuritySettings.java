package vn.giaoviec.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param signIn how people sign in; without it the application does not start
 */
@ConfigurationProperties("giaoviec.security")
record SecuritySettings(@Nullable SignIn signIn) {
    SecuritySettings {
        if (signIn == null) {
            throw new IllegalStateException("giaoviec.security.sign-in must be set to keycloak, or to demo");
        }
    }

    boolean demo() {
        return signIn == SignIn.DEMO;
    }

    enum SignIn {
        /** By choosing a name, without a password; only ever on the loopback address. */
        DEMO,
        /** By Keycloak. */
        KEYCLOAK
    }
}
