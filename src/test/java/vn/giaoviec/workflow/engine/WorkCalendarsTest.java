package vn.giaoviec.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.testing.EngineTest;

/** What the running engine takes for its calendars: Wednesday 7 February 2024 was the last working day before Tết. */
@EngineTest
@SuppressWarnings("JavaUtilDate") // the engine's own type
class WorkCalendarsTest {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private BusinessClock clock;

    @ParameterizedTest
    @CsvSource({
        "duration, P5D,       2024-02-21T10:00",
        "duration, P1DT4H,    2024-02-15T15:30",
        "duration, PT3H,      2024-02-07T14:30",
        "dueDate,  P1D,       2024-02-15T10:00",
        "dueDate,  2024-03-01,2024-03-01T23:59:59",
        "dueDate,  2024-03-01T08:00:00, 2024-03-01T08:00",
        "dueDate,  2024-03-01T08:00:00Z, 2024-03-01T15:00",
    })
    void periodsAreWorkingTime(String calendar, String text, String expected) {
        assertThat(at(named(calendar).resolveDuedate(text, date("2024-02-07T10:00"))))
                .isEqualTo(LocalDateTime.parse(expected));
    }

    @Test
    void whateverZoneTheMachineIsIn() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"Europe/Berlin", "America/New_York", "Pacific/Kiritimati"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                periodsAreWorkingTime("dueDate", "2024-03-31", "2024-03-31T23:59:59");
                periodsAreWorkingTime("dueDate", "2024-10-27", "2024-10-27T23:59:59");
                periodsAreWorkingTime("duration", "P5D", "2024-02-21T10:00");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void listedTimesFireOneAfterTheOther() {
        CycleBusinessCalendar cycle = (CycleBusinessCalendar) named("cycle");
        LocalDateTime today = at(Date.from(clock.instant())).withSecond(0).withNano(0);
        String list = today.minusDays(3) + " " + today.plusDays(2);
        assertThat(at(cycle.resolveDuedate(list)))
                .as("a new timer, also when it is past")
                .isEqualTo(today.minusDays(3));
        assertThat(at(cycle.resolveDuedate(list, null, 0L)))
                .as("after it has fired")
                .isEqualTo(today.plusDays(2));
        assertThat(cycle.resolveDuedate(today.minusDays(3).toString(), null, 0L))
                .isNull();
    }

    @Test
    void repetitionsCountWorkingDays() {
        CycleBusinessCalendar cycle = (CycleBusinessCalendar) named("cycle");
        Date next = cycle.resolveDuedate("R/2024-02-07T08:00:00/P1D", null, 0L);
        assertThat(next.toInstant()).isAfter(clock.instant());
        assertThat(at(next).toLocalTime()).hasToString("08:00");
        assertThat(cycle.resolveDuedate("R2/2024-02-07T08:00:00/P1D", null, 0L)).isNull();
        assertThat(cycle.resolveDuedate("0 0 8 * * ?")).isAfter(Date.from(clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"duration", "dueDate", "cycle"})
    void whatIsNoTimeIsNamed(String calendar) {
        assertThatThrownBy(() -> named(calendar).resolveDuedate("mai")).hasMessageContaining("mai");
        assertThatThrownBy(() -> named(calendar).resolveDuedate("P1Q")).hasMessageContaining("P1Q");
    }

    private BusinessCalendar named(String calendar) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getBusinessCalendarManager()
                .getBusinessCalendar(calendar);
    }

    private static Date date(String text) {
        return Date.from(LocalDateTime.parse(text).atZone(HERE).toInstant());
    }

    private static LocalDateTime at(Date date) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), HERE);
    }
}
