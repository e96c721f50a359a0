package vn.giaoviec.calendar;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Clocks {
    /** Real time, for what must not follow the demo: sign-in, leases, seals, the audit's second clock. */
    @Bean
    Clock realClock() {
        return BusinessClock.systemClock();
    }
}
