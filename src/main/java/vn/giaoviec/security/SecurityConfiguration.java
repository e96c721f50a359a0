package vn.giaoviec.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.giaoviec.guard.EngineOperations;

/**
 * Which paths are open. Everything asks for a signed-in person but the sign-in page and static files; of the engine only
 * Tasklist and the operations it needs are reachable.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] OPEN = {
        "/sign-in",
        "/health",
        "/css/**",
        "/js/**",
        "/vendor/**",
        "/webjars/**",
        "/error",
        "/favicon.ico",
        // the token in the address is the right to read
        "/calendar/feed/*"
    };
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self' %s; "
                    + "frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(HttpSecurity http, SignInMethod signIn, ClosedDoors closedDoors) throws Exception {
        RequestMatcher engineApi = path(EngineOperations.PREFIX + "/**");
        RequestMatcher engineApps = path("/camunda/**");
        signIn.open(http);
        return http.authorizeHttpRequests(requests -> {
                    requests.requestMatchers(OPEN).permitAll();
                    EngineOperations.all().forEach(operation -> openTo(requests, operation));
                    requests.requestMatchers(engineApi).denyAll();
                    requests.requestMatchers(
                                    path("/camunda/app/tasklist/**"),
                                    path("/camunda/lib/**"),
                                    path("/camunda/assets/**"))
                            .authenticated();
                    requests.requestMatchers(path("/camunda/app/cockpit/**"))
                            .hasAnyAuthority(EngineOperations.WATCHERS.toArray(String[]::new));
                    requests.requestMatchers(engineApps).denyAll();
                    requests.anyRequest().authenticated();
                })
                .exceptionHandling(handling -> handling.accessDeniedHandler(closedDoors)
                        // scripts must learn that the sign-in has expired instead of being sent to a page
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), engineApi)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/steps/**"))
                        .defaultAuthenticationEntryPointFor(signIn.entrance(), any -> true))
                // the engine's webapps bring their own token for their own paths
                .csrf(csrf -> csrf.ignoringRequestMatchers(engineApi))
                .headers(headers -> headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(engineApps),
                        new StaticHeadersWriter(
                                "Content-Security-Policy", CONTENT_POLICY.formatted(signIn.otherOrigin())))))
                .sessionManagement(Customizer.withDefaults())
                .build();
    }

    private static void openTo(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            EngineOperations.Operation operation) {
        var matched = requests.requestMatchers(PathPatternRequestMatcher.withDefaults()
                .matcher(HttpMethod.valueOf(operation.method()), operation.path()));
        if (operation.groups().isEmpty()) {
            matched.authenticated();
        } else {
            matched.hasAnyAuthority(operation.groups().toArray(String[]::new));
        }
    }

    /** Matches whatever servlet answers: the engine's interfaces are servlets of their own. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
