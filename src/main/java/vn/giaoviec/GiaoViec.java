package vn.giaoviec;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * A province's yearly plan, carried out: a <em>plan</em> is issued, <em>casework</em> carries it out, <em>indicators</em>
 * show the effect, the <em>audit</em> proves it. {@code docs/tour.md} follows one assignment through the code.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class GiaoViec {
    public static void main(String[] args) {
        SpringApplication.run(GiaoViec.class, args);
    }
}
