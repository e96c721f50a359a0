package vn.giaoviec.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demoSignIn whether people sign in by choosing a name; only ever on the loopback address
 */
@ConfigurationProperties("giaoviec.security")
record SecuritySettings(@DefaultValue("false") boolean demoSignIn) {}
