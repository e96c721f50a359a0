package vn.giaoviec.security.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestOperations;
import vn.giaoviec.directory.Account;
import vn.giaoviec.directory.KeycloakSettings;

/**
 * Which tokens count: signed by the realm's keys with RS256, of the one issuer, meant for us, issued to us, of the right
 * type (Keycloak's {@code typ} claim: an ID token is no access token), and within their time.
 */
@Component
@ConditionalOnProperty(name = "giaoviec.security.sign-in", havingValue = "keycloak")
class Tokens {
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final KeycloakSettings settings;
    private final JwtDecoder access;

    Tokens(KeycloakSettings settings, KeycloakHttp http) {
        this.settings = settings;
        this.access = accessDecoder(http.calls());
    }

    private JwtDecoder accessDecoder(RestOperations calls) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(settings.inside("/protocol/openid-connect/certs"))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(calls)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                required("exp"),
                required("sub"),
                new JwtIssuerValidator(settings.outside("")),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.clientId())),
                new JwtClaimValidator<>("azp", settings.clientId()::equals),
                new JwtClaimValidator<>("typ", "Bearer"::equals)));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> required(String claim) {
        return new JwtClaimValidator<>(claim, value -> value != null);
    }

    /** What makes an ID token count, besides Spring's own rules (issuer, audience, authorised party, time). */
    OidcIdTokenDecoderFactory idTokens() {
        OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
        factory.setJwsAlgorithmResolver(any -> SignatureAlgorithm.RS256);
        factory.setJwtValidatorFactory(Tokens::idTokenRules);
        return factory;
    }

    private static OAuth2TokenValidator<Jwt> idTokenRules(ClientRegistration registration) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(SKEW),
                new OidcIdTokenValidator(registration),
                new JwtClaimValidator<>("azp", registration.getClientId()::equals),
                new JwtClaimValidator<>("typ", "ID"::equals));
    }

    /**
     * Whom an access token speaks of.
     *
     * @throws org.springframework.security.oauth2.jwt.JwtException if it does not count, or the keys cannot be read
     */
    Account account(String accessToken) {
        Jwt token = access.decode(accessToken);
        List<String> groups = token.getClaimAsStringList("groups");
        String username = token.getClaimAsString("preferred_username");
        return new Account(
                token.getSubject(),
                username == null ? token.getSubject() : username,
                name(token, username == null ? token.getSubject() : username),
                true,
                groups == null ? Set.of() : Set.copyOf(groups),
                null);
    }

    /** Vietnamese order: family name first. */
    private static String name(Jwt token, String otherwise) {
        String family = token.getClaimAsString("family_name");
        String given = token.getClaimAsString("given_name");
        String name = ((family == null ? "" : family) + " " + (given == null ? "" : given)).strip();
        return name.isEmpty() ? otherwise : name;
    }
}
