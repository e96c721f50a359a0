package vn.giaoviec.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How people come in: the demo's list of names, or Keycloak. Exactly one is present. */
public interface SignInMethod {
    /** Adds the paths and filters of signing in and out. */
    void open(HttpSecurity http) throws Exception;

    /** Where somebody is sent who is not signed in and asks for a page. */
    AuthenticationEntryPoint entrance();

    /** Another origin that signing out leads through, for the content policy; empty if there is none. */
    String otherOrigin();
}
