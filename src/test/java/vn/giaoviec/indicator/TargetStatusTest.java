package vn.giaoviec.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Text;

/** Whether a target is reached, and how that stands to the work, from the readings alone. */
class TargetStatusTest {
    private static final Text NAME = new Text("Chỉ tiêu", "Indicator");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

    @ParameterizedTest
    @CsvSource({
        "=, 100, false, 100, REACHED",
        "=, 100, false, 99.99, NOT_REACHED",
        "=, 100, false, 100.01, NOT_REACHED",
        "=, 100, true, 99.99, STRIVING",
        "=, 100, true, 100, REACHED",
        ">=, 80, false, 80, REACHED",
        ">=, 80, false, 79.9999, NOT_REACHED",
        ">=, 10, true, 9, STRIVING",
        ">=, 10, true, 11, REACHED",
        ">, 60, false, 60, NOT_REACHED",
        ">, 60, false, 60.0001, REACHED",
        ">, 60, true, 60, STRIVING",
    })
    void aFigureIsHeldAgainstTheTarget(
            String operator, BigDecimal figure, boolean strive, BigDecimal value, TargetStatus status) {
        assertThat(status(numeric(operator, figure, strive), Measured.figure(value), null))
                .isEqualTo(status);
    }

    @Test
    void roundingNeverReachesATarget() {
        Target all = numeric("=", new BigDecimal("100"), false);
        Measured nearly = Measured.ratio(new BigDecimal("99999"), new BigDecimal("100000"), true);
        assertThat(nearly.value()).isEqualByComparingTo("100");
        assertThat(status(all, nearly, null)).isEqualTo(TargetStatus.NOT_REACHED);
        Measured justOver = Measured.ratio(new BigDecimal("600001"), new BigDecimal("1000000"), true);
        assertThat(justOver.value()).isEqualByComparingTo("60");
        assertThat(status(numeric(">", new BigDecimal("60"), false), justOver, null))
                .isEqualTo(TargetStatus.REACHED);
        Measured third = Measured.ratio(new BigDecimal("1"), new BigDecimal("3"), false);
        assertThat(third.value()).isEqualByComparingTo("0.33");
    }

    @Test
    void anOperatorNobodyKnowsIsABug() {
        assertThatThrownBy(() -> status(numeric("<", BigDecimal.TEN, false), Measured.figure(BigDecimal.ONE), null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aQuestionIsAnswered() {
        Target question = target(Target.Kind.QUALITATIVE, false);
        assertThat(status(question, Measured.answer(true), null)).isEqualTo(TargetStatus.REACHED);
        assertThat(status(question, Measured.answer(false), null)).isEqualTo(TargetStatus.NOT_REACHED);
        assertThat(status(target(Target.Kind.QUALITATIVE, true), Measured.answer(false), null))
                .isEqualTo(TargetStatus.STRIVING);
    }

    @ParameterizedTest
    @CsvSource({"0.72, 0.70, BETTER", "0.70, 0.72, WORSE", "0.70, 0.7000, UNCHANGED", "0.70, , UNKNOWN"})
    void aDirectionIsHeldAgainstTheReadingBefore(BigDecimal latest, @Nullable BigDecimal before, TargetStatus status) {
        assertThat(status(
                        target(Target.Kind.DIRECTION, false),
                        Measured.figure(latest),
                        before == null ? null : Measured.figure(before)))
                .isEqualTo(status);
    }

    @Test
    void withoutAReadingNothingIsKnown() {
        for (Target.Kind kind : Target.Kind.values()) {
            assertThat(Series.EMPTY.status(target(kind, false))).isEqualTo(TargetStatus.NO_READING);
        }
        assertThat(Series.EMPTY.gap(target(Target.Kind.NUMERIC, false), support("1", "1")))
                .isEqualTo(Gap.NO_READING);
        assertThat(Series.EMPTY.before()).isNull();
    }

    @Test
    void aValueFitsItsPartsWithinRounding() {
        BigDecimal one = BigDecimal.ONE;
        BigDecimal three = BigDecimal.valueOf(3);
        assertThat(Measured.fits(new BigDecimal("33.33"), one, three, true)).isTrue();
        assertThat(Measured.fits(new BigDecimal("33.3333"), one, three, true)).isTrue();
        assertThat(Measured.fits(new BigDecimal("33.34"), one, three, true)).isFalse();
        assertThat(Measured.fits(new BigDecimal("0.33"), one, three, false)).isTrue();
        assertThat(Measured.fits(new BigDecimal("33"), one, three, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // what was measured before and last, accepted weight, weight, what is said
        "50, 90, 1, 1, BOTH_DONE",
        "50, 50, 1, 1, FIGURE_STAYS",
        "50, 55, 1, 1, FIGURE_SHORT",
        ", 55, 1, 1, FIGURE_SHORT",
        "50, 90, 1, 2, FIGURE_AHEAD",
        "50, 90, 0, 2, FIGURE_ALONE",
        "50, 90, , , FIGURE_ALONE",
        "50, 55, 1, 2, BOTH_OPEN",
        "50, 55, , , BOTH_OPEN",
        "50, 55, 0, 0, BOTH_OPEN",
    })
    void theTwoNumbersAreComparedInWords(
            @Nullable BigDecimal before,
            BigDecimal latest,
            @Nullable String accepted,
            @Nullable String weight,
            Gap gap) {
        Target target = numeric(">=", new BigDecimal("80"), false);
        Series series = Series.of(
                target,
                before == null
                        ? List.of(reading(2, null, DAY, latest))
                        : List.of(reading(1, null, DAY.minusDays(1), before), reading(2, null, DAY, latest)));
        Support support = accepted == null || weight == null ? null : support(accepted, weight);
        assertThat(series.gap(target, support)).isEqualTo(gap);
    }

    @Test
    void aDirectionMeasuredOnceIsNotComparable() {
        Target index = target(Target.Kind.DIRECTION, false);
        Series once = Series.of(index, List.of(reading(1, null, DAY, BigDecimal.ONE)));
        assertThat(once.gap(index, support("1", "1"))).isEqualTo(Gap.NOT_COMPARABLE);
        Series risen = Series.of(
                index,
                List.of(reading(1, null, DAY, BigDecimal.ONE), reading(2, null, DAY.plusYears(1), BigDecimal.TEN)));
        assertThat(risen.status(index)).isEqualTo(TargetStatus.BETTER);
        assertThat(risen.gap(index, support("1", "1"))).isEqualTo(Gap.BOTH_DONE);
    }

    @Test
    void anAnswerThatStaysHasNotMoved() {
        Target question = target(Target.Kind.QUALITATIVE, false);
        Series twice = Series.of(
                question,
                List.of(
                        reading(1, DAY, Measured.answer(false), Reading.State.APPROVED, null),
                        reading(2, DAY.plusDays(1), Measured.answer(false), Reading.State.APPROVED, null)));
        assertThat(twice.gap(question, support("1", "1"))).isEqualTo(Gap.FIGURE_STAYS);
    }

    @Test
    void onlyWhatCountsIsCompared() {
        Reading first = reading(1, null, DAY, BigDecimal.ONE);
        Reading later = reading(2, null, DAY.plusDays(5), BigDecimal.TEN);
        Reading sameDay = reading(3, null, DAY.plusDays(5), BigDecimal.valueOf(2));
        Reading flow = reading(4, DAY, DAY.plusDays(4), BigDecimal.valueOf(2));
        Reading waits = reading(5, DAY.plusDays(6), Measured.figure(BigDecimal.ONE), Reading.State.PENDING, null);
        Reading corrected = reading(6, DAY.plusDays(6), Measured.figure(BigDecimal.ONE), Reading.State.APPROVED, 7L);
        Series series =
                Series.of(target(Target.Kind.DIRECTION, false), List.of(sameDay, waits, later, corrected, flow, first));
        assertThat(series.figures()).flatExtracting(Figure::readings).containsExactly(first, flow, later, sameDay);
        assertThat(series.latest()).isEqualTo(series.figures().get(3));
        assertThat(series.before())
                .as("of an earlier day, and counted alike")
                .isEqualTo(series.figures().get(0));
    }

    private static TargetStatus status(Target target, Measured latest, @Nullable Measured before) {
        return TargetStatus.of(target, figure(target, latest), before == null ? null : figure(target, before));
    }

    private static Figure figure(Target target, Measured measured) {
        return Figure.of(target, reading(1, DAY, measured, Reading.State.APPROVED, null));
    }

    private static Target numeric(String operator, BigDecimal figure, boolean strive) {
        return new Target("X", null, null, NAME, Target.Kind.NUMERIC, operator, figure, "%", strive, "STTTT", null);
    }

    private static Target target(Target.Kind kind, boolean strive) {
        return new Target("X", null, null, NAME, kind, null, null, null, strive, "STTTT", null);
    }

    private static Support support(String accepted, String weight) {
        return new Support("X", 2, 1, new BigDecimal(weight), new BigDecimal(accepted));
    }

    private static Reading reading(long id, @Nullable LocalDate from, LocalDate asOf, BigDecimal value) {
        return reading(id, new ReadingPeriod(from, asOf), Measured.figure(value), Reading.State.APPROVED, null);
    }

    private static Reading reading(
            long id, LocalDate asOf, Measured measured, Reading.State state, @Nullable Long correctedBy) {
        return reading(id, new ReadingPeriod(null, asOf), measured, state, correctedBy);
    }

    private static Reading reading(
            long id, ReadingPeriod period, Measured measured, Reading.State state, @Nullable Long correctedBy) {
        return new Reading(
                id,
                "X",
                "STTTT",
                false,
                new Reported(period, measured, "nguồn", null, null, null, null),
                "officer1.stttt",
                Instant.EPOCH,
                state,
                null,
                correctedBy);
    }
}
