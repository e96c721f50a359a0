package vn.giaoviec.look;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;

/** An application of its own, which begins without any plan. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=giaoviec-on-show",
            "giaoviec.plan.first-file=",
            "camunda.bpm.job-execution.enabled=false"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Province.class, ShownYear.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface ShownTest {}
