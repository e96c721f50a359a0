package vn.giaoviec.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The system as a province runs it: the profiles for MariaDB and Keycloak, both of them real. All such tests share one
 * application and one Keycloak.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("keycloak")
@ExtendWith(LedgerIsIntact.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@ActiveProfiles({"mariadb", "keycloak"})
@ContextConfiguration(initializers = {TestDatabase.class, KeycloakServer.class})
public @interface KeycloakTest {}
