package vn.giaoviec.security.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaoviec.testing.KeycloakServer.PASSWORD;
import static vn.giaoviec.testing.KeycloakServer.SECRET;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import vn.giaoviec.testing.KeycloakServer;
import vn.giaoviec.testing.KeycloakTest;
import vn.giaoviec.testing.TasklistClient;

/**
 * Tokens that should not count: forged, of others, of another kind, out of their time. The genuine ones of a real sign-in
 * are the control: a decoder that refuses everything would fail here too.
 */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @Autowired
    Tokens tokens;

    @Autowired
    ClientRegistrationRepository registrations;

    private KeycloakServer keycloak;
    private String access;
    private String id;
    private String refresh;
    private String service;
    private RSAKey realmKey;

    @BeforeAll
    void aRealSignIn() throws Exception {
        keycloak = KeycloakServer.running();
        JsonNode genuine = TasklistClient.tokensOf(keycloak, "giaoviec", SECRET, "leader1", PASSWORD);
        access = genuine.get("access_token").asText();
        id = genuine.get("id_token").asText();
        refresh = genuine.get("refresh_token").asText();
        service = keycloak.token(
                        "giaoviec",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "giaoviec",
                                "client_secret", SECRET))
                .get("access_token")
                .asText();
        // another application of the same realm, whose tokens even name us as audience
        keycloak.admin("POST", "/clients", read("""
                {"clientId":"khac","publicClient":false,"secret":"bi-mat-khac","directAccessGrantsEnabled":true,
                 "protocolMappers":[{"name":"aud","protocol":"openid-connect",
                  "protocolMapper":"oidc-audience-mapper",
                  "config":{"included.client.audience":"giaoviec","access.token.claim":"true"}}]}
                """));
        keycloak.admin("POST", "/clients", read("""
                {"clientId":"ngan","publicClient":false,"secret":"bi-mat-ngan","directAccessGrantsEnabled":true,
                 "attributes":{"access.token.lifespan":"1"}}
                """));
        realmKey = aKeyTheRealmPublishes();
    }

    /** Added to the realm as a key of its own, so that a crafted token fails by what it says, not by its signature. */
    private RSAKey aKeyTheRealmPublishes() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.toPrivateKey().getEncoded())
                + "\n-----END PRIVATE KEY-----";
        ObjectNode component = (ObjectNode) read("""
                {"name":"thu","providerId":"rsa","providerType":"org.keycloak.keys.KeyProvider",
                 "config":{"priority":["1"],"enabled":["true"],"active":["false"],"algorithm":["RS256"]}}
                """);
        ((ObjectNode) component.get("config")).putArray("privateKey").add(pem);
        keycloak.admin("POST", "/components", component);
        String modulus = key.getModulus().toString();
        for (JsonNode published : publishedKeys()) {
            if (published.path("n").asText().equals(modulus)) {
                return new RSAKey.Builder(key)
                        .keyID(published.get("kid").asText())
                        .build();
            }
        }
        throw new IllegalStateException("the realm does not publish the key it was given");
    }

    private JsonNode publishedKeys() throws Exception {
        HttpResponse<String> certificates = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/certs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return read(certificates.body()).get("keys");
    }

    /** What a real access token says, still valid for a while. */
    private JWTClaimsSet current() throws Exception {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return with(with(SignedJWT.parse(access).getJWTClaimsSet(), "iat", now), "exp", now + 300);
    }

    private Map<String, String> forgeries() throws Exception {
        RSAKey foreign = new RSAKeyGenerator(2048)
                .keyID(SignedJWT.parse(access).getHeader().getKeyID())
                .generate();
        ECKey curve = new ECKeyGenerator(Curve.P_256).generate();
        JWTClaimsSet claims = current();
        Map<String, String> forged = new LinkedHashMap<>();
        String[] parts = access.split("\\.", -1);
        forged.put("no signature", parts[0] + "." + parts[1] + ".");
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            forged.put("alg " + none, encode("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
        }
        forged.put("alg none with a signature", encode("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
        forged.put("signature of another token", parts[0] + "." + parts[1] + "." + id.split("\\.", -1)[2]);
        forged.put("one byte of the signature changed", parts[0] + "." + parts[1] + "." + flip(parts[2]));
        forged.put("other groups", parts[0] + "." + tamper(parts[1], "/leader", "/plan-office") + "." + parts[2]);
        forged.put("other person", parts[0] + "." + tamper(parts[1], "leader1", "office1") + "." + parts[2]);
        forged.put("other key id", encode("{\"alg\":\"RS256\",\"kid\":\"x\"}") + "." + parts[1] + "." + parts[2]);
        forged.put("HMAC with the client's secret", sign(JWSAlgorithm.HS256, mac(SECRET.repeat(2)), claims, null));
        forged.put("HMAC with the realm's public key", sign(JWSAlgorithm.HS256, mac(publicKey()), claims, null));
        forged.put("foreign key, our key id", sign(JWSAlgorithm.RS256, new RSASSASigner(foreign), claims, foreign));
        forged.put("foreign key, RS384", sign(JWSAlgorithm.RS384, new RSASSASigner(foreign), claims, foreign));
        forged.put("foreign key, PS256", sign(JWSAlgorithm.PS256, new RSASSASigner(foreign), claims, foreign));
        forged.put("elliptic curve", sign(JWSAlgorithm.ES256, new ECDSASigner(curve), claims, null));
        forged.put("key brought along", signBringing(foreign, claims, "jwk"));
        forged.put("key to be fetched", signBringing(foreign, claims, "jku"));
        forged.put("service account", service);
        forged.put("refresh token", refresh);
        forged.put("another application's", password("khac", "bi-mat-khac"));
        forged.put("for nobody in particular", password("ngan", "bi-mat-ngan"));
        forged.put("administrator of another realm", keycloak.masterToken());
        forged.put("the realm's key, RS512", sign(JWSAlgorithm.RS512, new RSASSASigner(realmKey), claims, realmKey));
        for (Map.Entry<String, JWTClaimsSet> wrong : wrongClaims(claims).entrySet()) {
            forged.put(
                    wrong.getKey(), sign(JWSAlgorithm.RS256, new RSASSASigner(realmKey), wrong.getValue(), realmKey));
        }
        forged.put("empty", "");
        forged.put("not a token", "abc");
        forged.put("three dots", "...");
        forged.put("very long", "a".repeat(100_000));
        forged.put("encrypted", encode("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..a.b.c");
        return forged;
    }

    /** What a token signed by the realm itself may still be: another's, too old, too early, of another kind. */
    private static Map<String, JWTClaimsSet> wrongClaims(JWTClaimsSet claims) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        Map<String, JWTClaimsSet> wrong = new LinkedHashMap<>();
        wrong.put("expired an hour ago", with(claims, "exp", now - 3600));
        wrong.put("expired a minute ago", with(claims, "exp", now - 60));
        wrong.put("never expires", with(claims, "exp", null));
        wrong.put("not yet valid", with(claims, "nbf", now + 3600));
        wrong.put("other issuer", with(claims, "iss", "http://khac/realms/giaoviec"));
        wrong.put("issuer with a tail", with(claims, "iss", claims.getIssuer() + "/"));
        wrong.put("no issuer", with(claims, "iss", null));
        wrong.put("no audience", with(claims, "aud", null));
        wrong.put("other audience", with(claims, "aud", "account"));
        wrong.put("another application's party", with(claims, "azp", "khac"));
        wrong.put("no party", with(claims, "azp", null));
        wrong.put("no subject", with(claims, "sub", null));
        wrong.put("of no kind", with(claims, "typ", null));
        for (String kind : List.of("Refresh", "Offline", "Logout", "bearer", "UserInfo")) {
            wrong.put("kind " + kind, with(claims, "typ", kind));
        }
        return wrong;
    }

    private static JWTClaimsSet with(JWTClaimsSet claims, String name, @Nullable Object value) {
        return new JWTClaimsSet.Builder(claims).claim(name, value).build();
    }

    @Test
    void theGenuineOnesCount() throws Exception {
        JWTClaimsSet claims = current();
        assertThat(tokens.account(sign(JWSAlgorithm.RS256, new RSASSASigner(realmKey), claims, realmKey))
                        .groups())
                .as("the crafted ones below differ from this one only in what they are named after")
                .containsExactly("/leader");
        JsonNode genuine = TasklistClient.tokensOf(keycloak, "giaoviec", SECRET, "leader1", PASSWORD);
        assertThat(tokens.account(genuine.get("access_token").asText()).groups())
                .containsExactly("/leader");
        assertThatCode(() -> idDecoder().decode(genuine.get("id_token").asText()))
                .doesNotThrowAnyException();
    }

    @Test
    void noForgedTokenCountsAsAccessOrIdToken() throws Exception {
        Map<String, String> forged = forgeries();
        assertThat(forged).hasSizeGreaterThanOrEqualTo(30);
        List<String> accepted = new ArrayList<>();
        forged.forEach((what, token) -> {
            // the service account is genuine, ours and an access token: it is refused because it is nobody's sign-in
            if (!what.equals("service account") && counts(() -> tokens.account(token))) {
                accepted.add("access: " + what);
            }
            if (counts(() -> idDecoder().decode(token))) {
                accepted.add("id: " + what);
            }
        });
        assertThat(accepted).isEmpty();
        assertThatThrownBy(() -> tokens.account(id))
                .as("an ID token is no access token")
                .isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> idDecoder().decode(access))
                .as("an access token is no ID token")
                .isInstanceOf(JwtException.class);
    }

    @Test
    void noTokenOpensADoorAsABearer() throws Exception {
        Map<String, String> all = new LinkedHashMap<>(forgeries());
        all.put("genuine access token", access);
        all.put("genuine ID token", id);
        all.remove("very long");
        HttpClient http = HttpClient.newHttpClient();
        for (var token : all.entrySet()) {
            for (String path : List.of(
                    "/",
                    "/people",
                    "/camunda/api/admin/auth/user/default",
                    "/camunda/api/engine/engine/default/filter")) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + keycloak.appPort() + path))
                                .header("Authorization", "Bearer " + token.getValue())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                boolean toSignIn = answer.statusCode() == 302
                        && answer.headers()
                                .firstValue("Location")
                                .orElse("")
                                .contains("/oauth2/authorization/keycloak");
                assertThat(answer.statusCode() == 401 || toSignIn)
                        .as("%s at %s: %s", token.getKey(), path, answer)
                        .isTrue();
            }
        }
    }

    @Test
    void noForgedLogoutTokenEndsASession() throws Exception {
        TasklistClient leader = TasklistClient.signInByKeycloak(keycloak.appPort(), "leader1", PASSWORD);
        RSAKey foreign = new RSAKeyGenerator(2048)
                .keyID(SignedJWT.parse(access).getHeader().getKeyID())
                .generate();
        long now = Clock.systemUTC().instant().getEpochSecond();
        JWTClaimsSet logout = new JWTClaimsSet.Builder()
                .issuer(keycloak.issuer())
                .audience("giaoviec")
                .subject(SignedJWT.parse(access).getJWTClaimsSet().getSubject())
                .claim("iat", now)
                .claim("exp", now + 60)
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of(LOGOUT_EVENT, Map.of()))
                .build();
        Map<String, String> forged = new LinkedHashMap<>(forgeries());
        forged.put("logout by a foreign key", sign(JWSAlgorithm.RS256, new RSASSASigner(foreign), logout, foreign));
        forged.put("logout without a key", encode("{\"alg\":\"none\"}") + "." + encode(logout.toString()) + ".");
        forged.put("genuine ID token", id);
        forged.put("genuine access token", access);
        HttpClient http = HttpClient.newHttpClient();
        for (var token : forged.entrySet()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + keycloak.appPort() + "/logout/connect/back-channel/keycloak"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token.getValue()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(token.getKey()).isGreaterThanOrEqualTo(400);
        }
        assertThat(leader.own("GET", "/", null).statusCode())
                .as("still signed in")
                .isEqualTo(200);
    }

    private JwtDecoder idDecoder() {
        return tokens.idTokens().createDecoder(registrations.findByRegistrationId("keycloak"));
    }

    private static boolean counts(Runnable decoding) {
        try {
            decoding.run();
            return true;
        } catch (JwtException | IllegalArgumentException refused) {
            return false;
        }
    }

    private String password(String client, String secret) {
        return keycloak.token(
                        "giaoviec",
                        Map.of(
                                "grant_type", "password",
                                "client_id", client,
                                "client_secret", secret,
                                "username", "leader1",
                                "password", PASSWORD))
                .get("access_token")
                .asText();
    }

    /** The realm's key as it is published: no secret, so it must not serve as one. */
    private String publicKey() {
        return keycloak.admin("GET", "/keys", null).get("keys").toString();
    }

    private static JWSSigner mac(String secret) throws JOSEException {
        return new MACSigner(Arrays.copyOf(secret.getBytes(StandardCharsets.UTF_8), 64));
    }

    private static String sign(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims, @Nullable RSAKey key)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(key == null ? "x" : key.getKeyID())
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String signBringing(RSAKey key, JWTClaimsSet claims, String how) throws JOSEException {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
        SignedJWT token = new SignedJWT(
                how.equals("jwk")
                        ? header.jwk(key.toPublicJWK()).build()
                        : header.jwkURL(URI.create("http://127.0.0.1:9/keys")).build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String tamper(String payload, String from, String to) {
        return encode(new Base64URL(payload).decodeToString().replace(from, to));
    }

    private static String flip(String signature) {
        return (signature.startsWith("A") ? "B" : "A") + signature.substring(1);
    }

    private static String encode(String json) {
        return Base64URL.encode(json).toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
