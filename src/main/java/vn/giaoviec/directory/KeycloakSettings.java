package vn.giaoviec.directory;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Keycloak is. One issuer address holds for browsers and tokens; where the application reaches it by a shorter way
 * (inside of compose's network), that way is named beside it.
 *
 * @param issuer address of the realm as browsers and tokens name it, {@code https://…/realms/giaoviec}
 * @param internal the same realm as the application reaches it; the issuer if not set
 * @param clientId the application's name there
 * @param clientSecret its secret; from the environment, never from a file in the tree
 * @param renewAfter age of an access token from which the next request renews it, and with it the person's rights
 * @param grace how long a session may go on unrenewed while Keycloak does not answer; a refusal ends it at once
 * @param synchroniseEvery pause between two synchronisations of everybody
 */
@ConfigurationProperties("giaoviec.keycloak")
public record KeycloakSettings(
        @Nullable URI issuer,
        @Nullable URI internal,
        @DefaultValue("giaoviec") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("30s") Duration renewAfter,
        @DefaultValue("30m") Duration grace,
        @DefaultValue("5m") Duration synchroniseEvery) {

    /**
     * A path below the realm as browsers reach it.
     *
     * @throws IllegalStateException if no issuer is set
     */
    public String outside(String path) {
        if (issuer == null) {
            throw new IllegalStateException(
                    "set giaoviec.keycloak.issuer to the realm's address, https://…/realms/giaoviec");
        }
        return issuer + path;
    }

    /** A path below the realm as the application reaches it. */
    public String inside(String path) {
        return internal == null ? outside(path) : internal + path;
    }

    /** A path below the realm's administration, {@code …/admin/realms/giaoviec}. */
    public String administration(String path) {
        return inside(path).replace("/realms/", "/admin/realms/");
    }
}
