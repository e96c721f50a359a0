package vn.giaoviec.security;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;

/**
 * Sign-in of the embedded demo: choosing a person is enough. It is therefore refused wherever anybody but this machine
 * could reach it: the demo starts on the loopback address or not at all.
 */
@Component
class DemoSignIn implements AuthenticationProvider, InitializingBean {
    private final SecuritySettings settings;
    private final ServerProperties server;
    private final Directory directory;

    DemoSignIn(SecuritySettings settings, ServerProperties server, Directory directory) {
        this.settings = settings;
        this.server = server;
        this.directory = directory;
    }

    @Override
    public void afterPropertiesSet() {
        allowOnlyLoopback(settings.demoSignIn(), server.getAddress());
    }

    static void allowOnlyLoopback(boolean demoSignIn, @Nullable InetAddress address) {
        if (demoSignIn && (address == null || !address.isLoopbackAddress())) {
            throw new IllegalStateException("giaoviec.security.demo-sign-in lets everybody in without a password and is"
                    + " allowed on the loopback address only: set server.address=127.0.0.1 or switch it off");
        }
    }

    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        if (!settings.demoSignIn()) {
            return null;
        }
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
