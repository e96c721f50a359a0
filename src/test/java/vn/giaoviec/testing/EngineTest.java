package vn.giaoviec.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole system, real engine and real database; run on H2 and again on MariaDB. All such tests share one application,
 * so each makes the plan and cases it needs. The job executor rests: timers are fired by name, never waited for;
 * digests and mails are written when a test says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "giaoviec.notice.start-after=1d",
            "giaoviec.audit.seal-after=1d"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith({LedgerIsIntact.class, ListsAreWhole.class, TotalsAreWhole.class})
@Import({Province.class, Absence.class, FlowCoverage.class, Sabotage.class})
public @interface EngineTest {}
