package vn.giaoviec.calendar;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demo whether business time is the demo's own; false in production
 * @param demoStart the day on which a fresh demo begins
 * @param officeHours when offices are open, from-to in the order of the day
 */
@ConfigurationProperties("giaoviec.calendar")
record CalendarSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("2024-02-26") LocalDate demoStart,
        @DefaultValue("07:30-12:00 13:30-17:00") String officeHours) {}
