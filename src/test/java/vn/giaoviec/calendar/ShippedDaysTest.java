package vn.giaoviec.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who asks without a database gets the days that a new one has. */
class ShippedDaysTest {
    @Test
    void theScriptsAreReadAsTheyStand() {
        WorkingDays days = WorkingDays.shipped();
        assertThat(days.isWorked(LocalDate.of(2024, 2, 8))).isFalse();
        assertThat(days.isWorked(LocalDate.of(2024, 5, 4)))
                .as("a make-up Saturday")
                .isTrue();
        assertThat(days.isWorked(LocalDate.of(2027, 9, 3))).isFalse();
        assertThat(ShippedDays.read()).hasSize(13 + 39);
    }

    @Test
    void noOtherScriptAddsDays() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<String> adding = scripts.filter(script -> read(script).contains("into calendar_day "))
                    .map(script -> script.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(adding).containsExactly("V0002__calendar.sql", "V0023__deadlines.sql");
        }
    }

    private static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
