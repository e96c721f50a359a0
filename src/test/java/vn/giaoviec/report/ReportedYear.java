package vn.giaoviec.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import vn.giaoviec.testing.LedgerIsIntact;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;

/** A province of its own, since the year of the plan that is reported on must be the clock's; see {@link ReportedProvince}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@ExtendWith(LedgerIsIntact.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "giaoviec.notice.start-after=1d",
            "giaoviec.audit.seal-after=1d",
            "giaoviec.calendar.demo-start=2025-03-03"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Province.class, ReportedProvince.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface ReportedYear {}
