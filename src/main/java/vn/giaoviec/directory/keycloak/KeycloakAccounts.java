package vn.giaoviec.directory.keycloak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import vn.giaoviec.directory.Account;
import vn.giaoviec.directory.Accounts;
import vn.giaoviec.directory.KeycloakSettings;

/**
 * Reads Keycloak's people and groups by its administration interface, page by page, with the application's own account,
 * which may read people and groups and nothing else. Keycloak's list of people does not name their groups, so the members
 * of each group are read too.
 */
@Component
@ConditionalOnProperty(name = "giaoviec.security.sign-in", havingValue = "keycloak")
class KeycloakAccounts implements Accounts {
    private static final int PAGE = 1_000;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(20);

    private final KeycloakSettings settings;
    private final RestClient http;
    private final RestClientClientCredentialsTokenResponseClient tokens =
            new RestClientClientCredentialsTokenResponseClient();
    private final ClientRegistration self;
    private @Nullable OAuth2AccessToken token;

    KeycloakAccounts(KeycloakSettings settings) {
        this.settings = settings;
        ClientHttpRequestFactory requests = ClientHttpRequestFactoryBuilder.detect()
                .build(ClientHttpRequestFactorySettings.defaults()
                        .withConnectTimeout(CONNECT)
                        .withReadTimeout(READ));
        http = RestClient.builder().requestFactory(requests).build();
        self = ClientRegistration.withRegistrationId("directory")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(settings.inside("/protocol/openid-connect/token"))
                .build();
    }

    @Override
    public synchronized List<Account> all() {
        try {
            List<User> users = users();
            if (users.stream().map(User::id).distinct().count() != count()) {
                // somebody came or went between two pages, and another may have slipped through
                throw new Unreachable("Keycloak's people changed while they were read; they are read again later");
            }
            Map<String, Set<String>> groupsOf = groupsByPerson();
            return users.stream()
                    .map(user -> account(user, groupsOf.getOrDefault(user.id(), Set.of())))
                    .toList();
        } catch (RestClientException | OAuth2AuthorizationException failed) {
            throw new Unreachable("Keycloak did not give its people: " + failed.getMessage(), failed);
        }
    }

    private static Account account(User user, Set<String> groups) {
        String name = Stream.of(user.lastName(), user.firstName())
                .filter(part -> part != null && !part.isBlank())
                .reduce((one, other) -> one + " " + other)
                .orElse(user.username());
        return new Account(user.id(), user.username(), name, user.enabled(), groups, user.email());
    }

    private List<User> users() {
        return pages(first -> get(
                "/users?briefRepresentation=true&first={first}&max={max}",
                new ParameterizedTypeReference<List<User>>() {},
                first,
                PAGE));
    }

    private long count() {
        Long count = http.get()
                .uri(settings.administration("/users/count"))
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .body(Long.class);
        return count == null ? 0 : count;
    }

    /** Groups without subgroups and the subgroups of the others; who is in a unit's group itself has no part in it. */
    private Map<String, Set<String>> groupsByPerson() {
        Map<String, Set<String>> groupsOf = new LinkedHashMap<>();
        List<Group> tops = pages(first -> get(
                "/groups?briefRepresentation=true&populateHierarchy=false&first={first}&max={max}",
                new ParameterizedTypeReference<List<Group>>() {},
                first,
                PAGE));
        for (Group top : tops) {
            members(top, groupsOf);
            if (top.subGroupCount() > 0) {
                List<Group> children = pages(first -> get(
                        "/groups/{id}/children?briefRepresentation=true&first={first}&max={max}",
                        new ParameterizedTypeReference<List<Group>>() {},
                        top.id(),
                        first,
                        PAGE));
                children.forEach(child -> members(child, groupsOf));
            }
        }
        return groupsOf;
    }

    private void members(Group group, Map<String, Set<String>> groupsOf) {
        List<User> members = pages(first -> get(
                "/groups/{id}/members?briefRepresentation=true&first={first}&max={max}",
                new ParameterizedTypeReference<List<User>>() {},
                group.id(),
                first,
                PAGE));
        members.forEach(member ->
                groupsOf.computeIfAbsent(member.id(), any -> new HashSet<>()).add(group.path()));
    }

    private static <T> List<T> pages(IntFunction<List<T>> page) {
        List<T> all = new ArrayList<>();
        List<T> next = page.apply(0);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = next.size() < PAGE ? List.of() : page.apply(all.size());
        }
        return all;
    }

    private <T> List<T> get(String path, ParameterizedTypeReference<List<T>> type, Object... arguments) {
        List<T> found = http.get()
                .uri(settings.administration(path), arguments)
                .headers(headers -> headers.setBearerAuth(token()))
                .retrieve()
                .body(type);
        return found == null ? List.of() : found;
    }

    /** Lives for a minute; a long reading needs several. */
    private String token() {
        OAuth2AccessToken current = token;
        if (current == null || expiresSoon(current)) {
            current = tokens.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(self))
                    .getAccessToken();
            token = current;
        }
        return current.getTokenValue();
    }

    private static boolean expiresSoon(OAuth2AccessToken token) {
        var expires = token.getExpiresAt();
        return expires == null
                || expires.isBefore(java.time.Clock.systemUTC().instant().plusSeconds(10));
    }

    private record User(
            String id,
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            boolean enabled) {}

    private record Group(String id, String path, int subGroupCount) {}
}
