package vn.giaoviec.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which paths are open. Everything asks for a signed-in person but the sign-in page and static files; the engine's
 * administration is closed to all, since people and groups come from the directory.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(HttpSecurity http, DemoSignIn signIn) throws Exception {
        RequestMatcher engineApi = path("/camunda/api/**");
        RequestMatcher engineApps = path("/camunda/**");
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in", "/css/**", "/js/**", "/vendor/**", "/webjars/**", "/error", "/favicon.ico")
                        .permitAll()
                        // Tasklist asks here who is signed in; everything else under it administers the engine
                        .requestMatchers(get("/camunda/api/admin/auth/user/default"))
                        .authenticated()
                        .requestMatchers(path("/camunda/api/admin/**"), path("/camunda/app/admin/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .authenticationProvider(signIn)
                .formLogin(login -> login.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("person")
                        .defaultSuccessUrl("/")
                        .failureUrl("/sign-in?failed"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(handling -> handling
                        // scripts must learn that the sign-in has expired instead of being sent to a page
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), engineApi)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/steps/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), any -> true))
                // the engine's webapps bring their own token for their own paths
                .csrf(csrf -> csrf.ignoringRequestMatchers(engineApi))
                .headers(headers -> headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(engineApps),
                        new StaticHeadersWriter("Content-Security-Policy", CONTENT_POLICY))))
                .sessionManagement(Customizer.withDefaults())
                .build();
    }

    private static RequestMatcher get(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
    }

    /** Matches whatever servlet answers: the engine's interfaces are servlets of their own. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
