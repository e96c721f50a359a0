package vn.giaoviec.security;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;

/**
 * Sign-in of the embedded demo: choosing a person is enough. It is therefore refused wherever anybody but this machine
 * could reach it: the demo starts on the loopback address or not at all.
 */
@Component
@ConditionalOnProperty(name = "giaoviec.security.sign-in", havingValue = "demo")
class DemoSignIn implements SignInMethod, AuthenticationProvider, InitializingBean {
    private final ServerProperties server;
    private final Directory directory;

    DemoSignIn(ServerProperties server, Directory directory) {
        this.server = server;
        this.directory = directory;
    }

    @Override
    public void afterPropertiesSet() {
        allowOnlyLoopback(server.getAddress());
    }

    static void allowOnlyLoopback(@Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException("giaoviec.security.sign-in=demo lets everybody in without a password and is"
                    + " allowed on the loopback address only: set server.address=127.0.0.1, or sign in by keycloak");
        }
    }

    @Override
    public void open(HttpSecurity http) throws Exception {
        http.authenticationProvider(this)
                .formLogin(login -> login.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("person")
                        .defaultSuccessUrl("/")
                        .failureUrl("/sign-in?failed"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"));
    }

    @Override
    public AuthenticationEntryPoint entrance() {
        return new LoginUrlAuthenticationEntryPoint("/sign-in");
    }

    @Override
    public String otherOrigin() {
        return "";
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Person person = directory
                .person(attempt.getName())
                .orElseThrow(() -> new BadCredentialsException("no such person: " + attempt.getName()));
        List<SimpleGrantedAuthority> authorities =
                person.groups().stream().map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(person.id(), null, authorities);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
