package vn.giaoviec.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How working days are counted; Tết of 2024, and the Saturday that made up for the Monday before Victory Day. */
class WorkingDaysTest {
    private static final WorkingDays DAYS = WorkingDays.by(Map.of(
            LocalDate.of(2024, 2, 8), false,
            LocalDate.of(2024, 2, 9), false,
            LocalDate.of(2024, 2, 12), false,
            LocalDate.of(2024, 2, 13), false,
            LocalDate.of(2024, 2, 14), false,
            LocalDate.of(2024, 4, 29), false,
            LocalDate.of(2024, 4, 30), false,
            LocalDate.of(2024, 5, 1), false,
            LocalDate.of(2024, 5, 4), true));

    @Test
    void goingForthAndBackCountsTheSame() {
        Random random = new Random(33);
        for (int round = 0; round < 5_000; round++) {
            LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366));
            int days = 1 + random.nextInt(60);
            LocalDate to = DAYS.after(from, days);
            assertThat(DAYS.between(from, to)).isEqualTo(days);
            assertThat(DAYS.isWorked(to)).isTrue();
            LocalDate back = DAYS.before(to, days);
            assertThat(back).isEqualTo(DAYS.isWorked(from) ? from : DAYS.onOrBefore(from));
            assertThat(DAYS.onOrAfter(from)).isAfterOrEqualTo(DAYS.onOrBefore(from));
        }
    }

    @Test
    void aSwapWorksBothWays() {
        LocalDate friday = LocalDate.of(2024, 4, 26);
        assertThat(DAYS.after(friday, 1)).isEqualTo("2024-05-02");
        assertThat(DAYS.after(friday, 3)).isEqualTo("2024-05-04");
        Map<LocalDate, Boolean> undone = new HashMap<>();
        undone.put(LocalDate.of(2024, 4, 29), null);
        undone.put(LocalDate.of(2024, 5, 4), null);
        WorkingDays plain = DAYS.with(undone);
        assertThat(plain.after(friday, 1)).isEqualTo("2024-04-29");
        assertThat(plain.after(friday, 3)).isEqualTo("2024-05-03");
        assertThat(DAYS.with(Collections.singletonMap(friday, false)).onOrBefore(friday))
                .isEqualTo("2024-04-25");
    }

    @Test
    void hoursCountWhileOfficesAreOpen() {
        OfficeHours hours = hours("07:30-12:00 13:30-17:00");
        assertThat(after(hours, "2024-02-07T16:00", "PT2H")).isEqualTo("2024-02-15T08:30");
        assertThat(after(hours, "2024-05-03T11:00", "PT3H")).isEqualTo("2024-05-03T15:30");
        assertThat(after(hours, "2024-05-04T16:30", "PT8H30M")).isEqualTo("2024-05-06T17:00");
        assertThat(hours.after(LocalDateTime.parse("2024-04-26T10:15"), Period.ofDays(1), Duration.ZERO))
                .isEqualTo("2024-05-02T10:15");
        assertThat(hours.after(LocalDateTime.parse("2024-01-08T10:15"), Period.ofMonths(1), Duration.ZERO))
                .as("a month later is Tết")
                .isEqualTo("2024-02-15T10:15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "07:30", "12:00-07:30", "07:30-12:00 11:00-17:00", "7h-12h", "07:30-12:00-17:00"})
    void hoursThatAreNoneAreRefused(String text) {
        assertThatThrownBy(() -> hours(text)).hasMessageContaining("giaoviec.calendar.office-hours");
    }

    private static LocalDateTime after(OfficeHours hours, String from, String time) {
        return hours.after(LocalDateTime.parse(from), Period.ZERO, Duration.parse(time));
    }

    private static OfficeHours hours(String text) {
        return new OfficeHours(new CalendarSettings(false, LocalDate.of(2024, 2, 26), text), DAYS);
    }
}
