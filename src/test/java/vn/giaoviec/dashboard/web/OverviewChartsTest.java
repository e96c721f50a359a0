package vn.giaoviec.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.CourseQuery.Evening;
import vn.giaoviec.dashboard.web.Courses.Course;
import vn.giaoviec.dashboard.web.HeatMap.Cell;
import vn.giaoviec.dashboard.web.HeatMap.Row;
import vn.giaoviec.dashboard.web.TallyBar.Piece;
import vn.giaoviec.shared.Text;

/** What the overview draws is what was counted. */
class OverviewChartsTest {
    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 31);
    private static final LocalDate FEBRUARY = LocalDate.of(2025, 2, 28);

    @Test
    void theYearIsToldByItsMonthsAndTheDayThatIsAskedFor() {
        LocalDate asOf = LocalDate.of(2025, 2, 10);
        assertThat(Courses.days(2025, asOf))
                .hasSize(13)
                .startsWith(JANUARY, asOf, FEBRUARY)
                .endsWith(LocalDate.of(2025, 12, 31));
        assertThat(Courses.days(2025, FEBRUARY)).hasSize(12);
        assertThat(Courses.days(2025, LocalDate.of(2024, 12, 31))).hasSize(12);
        assertThat(Courses.days(2025, LocalDate.of(2026, 1, 31))).hasSize(13);
    }

    @Test
    void theLinesRiseFromNothingAndOnlyWhatIsToldIsDrawn() {
        BurnUp chart = BurnUp.of(
                2025,
                JANUARY,
                new Course(
                        List.of(JANUARY, FEBRUARY),
                        List.of(evening("X", JANUARY, 6, 2, 0), evening("Y", JANUARY, 4, 1, 0)),
                        new TreeMap<>(Map.of(JANUARY.minusDays(1), 3, JANUARY, 2, FEBRUARY, 1))));
        assertThat(chart.scale()).containsExactly(0, 5, 10, 15);
        assertThat(chart.y(0)).isEqualTo(236);
        assertThat(chart.y(15)).isEqualTo(14);
        assertThat(chart.x(FEBRUARY)).isEqualTo(704);
        long january = chart.x(JANUARY);
        assertThat(january).isBetween(390L, 394L);
        assertThat(chart.accepted()).isEqualTo("48,236 " + january + "," + chart.y(3));
        assertThat(chart.issued()).isEqualTo("48,236 " + january + "," + chart.y(10));
        assertThat(chart.planned()).isEqualTo("48,236 " + january + "," + chart.y(5) + " 704," + chart.y(6));
        assertThat(chart.begun()).isTrue();
    }

    @Test
    void withoutAnyCaseThereIsStillAScale() {
        BurnUp chart =
                BurnUp.of(2025, LocalDate.of(2024, 6, 1), new Course(List.of(JANUARY), List.of(), new TreeMap<>()));
        assertThat(chart.begun()).isFalse();
        assertThat(chart.scale()).containsExactly(0, 1);
    }

    @Test
    void theScaleHasFewLinesHoweverManyCasesThereAre() {
        for (int most = 1; most < 30_000; most += 7) {
            BurnUp chart = BurnUp.of(
                    2025,
                    JANUARY,
                    new Course(
                            List.of(JANUARY),
                            List.of(evening("X", JANUARY, most, most, 0)),
                            new TreeMap<>(Map.of(JANUARY, most))));
            assertThat(chart.scale()).hasSizeBetween(2, 7);
            assertThat(chart.y(most)).isBetween(14L, 236L);
        }
    }

    @Test
    void unitsWithMostLateCasesComeFirstAndTheRestTogether() {
        List<Evening> course = IntStream.rangeClosed(0, 23)
                .mapToObj(unit -> evening("U%02d".formatted(unit), JANUARY, 40, 0, unit))
                .toList();
        HeatMap heat = HeatMap.of(List.of(JANUARY), course, Map.of());
        assertThat(heat.units())
                .hasSize(20)
                .extracting(Row::unit)
                .startsWith("U23", "U22")
                .endsWith("U04");
        assertThat(Objects.requireNonNull(heat.others()).cells())
                .extracting(Cell::late)
                .containsExactly(1 + 2 + 3);
        assertThat(heat.whole().cells()).extracting(Cell::late).containsExactly(23 * 24 / 2);
        assertThat(heat.units().get(0).cells()).extracting(Cell::shade).containsExactly(4);
        assertThat(heat.units().get(19).cells()).extracting(Cell::shade).containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 2", "4, 3", "7, 3", "8, 4", "300, 4"})
    void aShadeMeansTheSameNumberOnEveryDay(int late, int shade) {
        assertThat(Cell.of(JANUARY, late).shade()).isEqualTo(shade);
    }

    @Test
    void theLastDayDecidesThenTheWholeYear() {
        HeatMap heat = HeatMap.of(
                List.of(JANUARY, FEBRUARY),
                List.of(
                        evening("X", JANUARY, 9, 0, 9),
                        evening("Y", JANUARY, 9, 0, 1),
                        evening("Y", FEBRUARY, 9, 0, 2),
                        evening("Z", JANUARY, 9, 0, 3),
                        evening("Z", FEBRUARY, 9, 0, 2),
                        evening("late later", LocalDate.of(2025, 3, 31), 9, 0, 9)),
                Map.of("Z", new Text("Z", "Z")));
        assertThat(heat.units()).extracting(Row::unit).containsExactly("Z", "Y", "X");
        assertThat(heat.others()).isNull();
        assertThat(heat.units().get(2).cells()).containsExactly(new Cell(JANUARY, 9, 4), new Cell(FEBRUARY, 0, 0));
    }

    @Test
    void aBarIsCutByStanding() {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        counts.put(Standing.DONE_IN_TIME, 1);
        counts.put(Standing.OPEN_LATE, 2);
        counts.put(Standing.SUSPENDED, 1);
        counts.put(Standing.OTHER, 7);
        assertThat(TallyBar.of(new Tally(counts, 0)))
                .containsExactly(
                        new Piece(Standing.DONE_IN_TIME, 0, 25),
                        new Piece(Standing.OPEN_LATE, 25, 50),
                        new Piece(Standing.SUSPENDED, 75, 25));
        assertThat(TallyBar.of(Tally.NOTHING)).isEmpty();
    }

    private static Evening evening(String unit, LocalDate day, int issued, int accepted, int late) {
        return new Evening(day, unit, issued, accepted, late);
    }
}
