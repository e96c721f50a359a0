package vn.giaoviec.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.dashboard.web.CriticalList.Critical;
import vn.giaoviec.dashboard.web.CriticalQuery.Candidate;
import vn.giaoviec.indicator.Support;
import vn.giaoviec.shared.Text;

/** What hurts most: weight × gap × working days late. */
class HarmTest {
    /** A Tuesday. */
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 18);
    /** Friday 14/03 is off. */
    private static final WorkingDays DAYS = WorkingDays.by(Map.of(LocalDate.of(2025, 3, 14), false));

    private static final Map<String, Support> SUPPORT =
            Map.of("A", support("A", "5", "4"), "B", support("B", "4", "1"), "C", support("C", "0", "0"));

    @ParameterizedTest
    @CsvSource({
        "2025-03-12, true, 3, 3", // 13, 17, 18
        "2025-03-17, true, 1, 1",
        "2025-03-18, false, 0, 0.5",
        "2025-03-19, false, 1, 0.5",
        "2025-03-25, false, 5, 0.5",
    })
    void delayIsCountedInWorkingDays(LocalDate dueOn, boolean late, int workingDays, BigDecimal counted) {
        Delay delay = Delay.of(dueOn, TODAY, DAYS);
        assertThat(delay).isEqualTo(new Delay(late, workingDays));
        assertThat(delay.daysLate()).isEqualByComparingTo(counted);
    }

    @Test
    void whatIsLateSinceADayOffCountsLikeWhatIsSoonLate() {
        LocalDate saturday = LocalDate.of(2025, 3, 15);
        Delay delay = Delay.of(LocalDate.of(2025, 3, 13), saturday, DAYS);
        assertThat(delay).isEqualTo(new Delay(true, 0));
        assertThat(delay.daysLate()).isEqualByComparingTo("0.5");
    }

    @Test
    void soonEndsAfterTheFifthWorkingDay() {
        LocalDate far = Delay.farFrom(TODAY, DAYS);
        assertThat(Delay.of(far, TODAY, DAYS)).isEqualTo(new Delay(false, 6));
        assertThat(Delay.of(far.minusDays(1), TODAY, DAYS)).isEqualTo(new Delay(false, 5));
    }

    @Test
    void theWorstServedIndicatorCountsAndTheWeightsAreSummed() {
        Harm harm = Harm.of(Map.of("A", new BigDecimal("0.5"), "B", new BigDecimal("1.5")), SUPPORT, late(6));
        assertThat(harm.weight()).isEqualByComparingTo("2");
        assertThat(harm.gap()).isEqualByComparingTo("0.75");
        assertThat(harm.value()).isEqualByComparingTo("9");
        assertThat(Harm.of(Map.of("A", BigDecimal.ONE), SUPPORT, late(6)).value())
                .isEqualByComparingTo("1.2");
    }

    @Test
    void withoutAnythingAcceptedOrKnownTheGapIsWhole() {
        assertThat(Harm.of(Map.of("C", BigDecimal.ONE), SUPPORT, late(2)).gap()).isEqualByComparingTo("1");
        assertThat(Harm.of(Map.of("unknown", BigDecimal.ONE), SUPPORT, late(2)).value())
                .isEqualByComparingTo("2");
        assertThat(Harm.of(Map.of(), SUPPORT, late(2)).value()).isEqualByComparingTo("0");
    }

    @Test
    void theListIsRankedAndCut() {
        Candidate light = candidate("light", LocalDate.of(2025, 1, 2), Map.of("A", new BigDecimal("0.01")));
        Candidate soon = candidate("soon", LocalDate.of(2025, 3, 19), Map.of("B", new BigDecimal("8")));
        Candidate none = candidate("none", LocalDate.of(2024, 1, 2), Map.of());
        Candidate late = candidate("late", LocalDate.of(2025, 3, 17), Map.of("B", new BigDecimal("8")));
        CriticalList list = CriticalList.of(List.of(light, none, soon, late), 4, SUPPORT, TODAY, DAYS);
        assertThat(list.cases()).extracting(Critical::one).containsExactly(late, soon, light, none);

        List<Candidate> many = IntStream.range(0, 40)
                .mapToObj(number -> candidate("%02d".formatted(number), TODAY, Map.of("B", BigDecimal.ONE)))
                .toList();
        CriticalList cut = CriticalList.of(many, many.size(), SUPPORT, TODAY, DAYS);
        assertThat(cut.found()).isEqualTo(40);
        assertThat(cut.cases()).extracting(Critical::one).containsExactlyElementsOf(many.subList(0, 15));
    }

    private static Delay late(int days) {
        return new Delay(true, days);
    }

    private static Candidate candidate(String key, LocalDate dueOn, Map<String, BigDecimal> weights) {
        return new Candidate(key, new Text(key, key), "X", dueOn, weights);
    }

    private static Support support(String indicator, String weight, String accepted) {
        return new Support(indicator, 3, 1, new BigDecimal(weight), new BigDecimal(accepted));
    }
}
