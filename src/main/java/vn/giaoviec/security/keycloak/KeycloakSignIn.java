package vn.giaoviec.security.keycloak;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import vn.giaoviec.directory.Account;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.KeycloakSettings;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.SynchroniseDirectory;
import vn.giaoviec.security.SignInMethod;

/**
 * Sign-in by Keycloak with OpenID Connect: authorization code with PKCE, one exact address to return to, sign-out on both
 * sides and from either side. What the person may do is read from the directory, which the token's groups have just
 * brought up to date.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "giaoviec.security.sign-in", havingValue = "keycloak")
class KeycloakSignIn implements SignInMethod {
    static final String REGISTRATION = "keycloak";
    private static final String ENTRANCE = "/oauth2/authorization/" + REGISTRATION;
    private static final String SIGNED_OUT = "/sign-in?out";

    private final KeycloakSettings settings;
    private final String url;
    private final Tokens tokens;
    private final KeycloakHttp http;
    private final Directory directory;
    private final SynchroniseDirectory synchronise;
    private final ClientRegistrationRepository registrations;
    private final OAuth2AuthorizedClientRepository clients = new HttpSessionOAuth2AuthorizedClientRepository();

    KeycloakSignIn(
            KeycloakSettings settings,
            @Value("${giaoviec.url}") String url,
            Tokens tokens,
            KeycloakHttp http,
            Directory directory,
            SynchroniseDirectory synchronise) {
        this.settings = settings;
        this.url = url;
        this.tokens = tokens;
        this.http = http;
        this.directory = directory;
        this.synchronise = synchronise;
        this.registrations = new InMemoryClientRegistrationRepository(registration());
    }

    @Bean
    ClientRegistrationRepository clientRegistrations() {
        return registrations;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        return tokens.idTokens();
    }

    private ClientRegistration registration() {
        String endpoints = "/protocol/openid-connect";
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientName("Keycloak")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                // our own address, never the one a request claims
                .redirectUri(url + "/login/oauth2/code/" + REGISTRATION)
                .scope("openid", "profile")
                .authorizationUri(settings.outside(endpoints + "/auth"))
                .tokenUri(settings.inside(endpoints + "/token"))
                .jwkSetUri(settings.inside(endpoints + "/certs"))
                .issuerUri(settings.outside(""))
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", settings.outside(endpoints + "/logout")))
                .build();
    }

    @Override
    public void open(HttpSecurity security) throws Exception {
        OidcClientInitiatedLogoutSuccessHandler bothSides = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        bothSides.setPostLogoutRedirectUri(url + SIGNED_OUT);
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(http.tokenCalls());
        security.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .authorizedClientRepository(clients)
                        .loginPage("/sign-in")
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests()))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codes))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::arrived))
                        .failureUrl("/sign-in?failed"))
                .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(bothSides))
                .addFilterBefore(
                        new RenewRights(settings, tokens, http, clients, this::person), AuthorizationFilter.class);
    }

    @Override
    public AuthenticationEntryPoint entrance() {
        return new LoginUrlAuthenticationEntryPoint(ENTRANCE);
    }

    @Override
    public String otherOrigin() {
        URI issuer = URI.create(settings.outside(""));
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    /** With PKCE, and in the language the person reads here. */
    private OAuth2AuthorizationRequestResolver requests() {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(parameters -> parameters.put(
                        "ui_locales", LocaleContextHolder.getLocale().getLanguage()))));
        return resolver;
    }

    private OidcUser arrived(OidcUserRequest request) {
        Account account;
        try {
            account = tokens.account(request.getAccessToken().getTokenValue());
        } catch (JwtException wrong) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_token"), wrong);
        }
        if (!account.subject().equals(request.getIdToken().getSubject())) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_token"), "two tokens of two people");
        }
        Rights rights = person(account);
        return new SignedIn(rights.person(), rights.authorities(), request.getIdToken());
    }

    /** Brings the directory up to date with what the token says, and reads the person's rights from it. */
    private Rights person(Account account) {
        String id;
        try {
            id = synchronise.arrive(account);
        } catch (DataIntegrityViolationException justAdded) {
            // a synchronisation of everybody was faster
            id = synchronise.arrive(account);
        }
        Collection<GrantedAuthority> authorities = directory.person(id).map(Person::groups).stream()
                .flatMap(Collection::stream)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        return new Rights(id, List.copyOf(authorities));
    }

    /**
     * @param person the person's id in the directory
     * @param authorities the groups
     */
    record Rights(String person, List<GrantedAuthority> authorities) {}
}
