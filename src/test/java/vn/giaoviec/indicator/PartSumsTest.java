package vn.giaoviec.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaoviec.plan.Parts;
import vn.giaoviec.plan.RollUp;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Text;

/** What the province's value is when units report parts of it. */
class PartSumsTest {
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 31);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 30);

    private final List<Reading> readings = new ArrayList<>();

    @Test
    void ratiosAreAddedByNumeratorAndDenominator() {
        reported("A", MARCH, ratio("1", "2"));
        reported("B", MARCH, ratio("90", "98"));
        Figure figure = latest(percent(RollUp.SUM, "="));
        assertThat(figure.measured()).isEqualTo(ratio("91", "100"));
        assertThat(figure.period()).isEqualTo(new ReadingPeriod(null, MARCH));
        assertThat(figure.isRolledUp()).isTrue();
        assertThat(figure.isProvisional()).isFalse();
    }

    @Test
    void roundingOfPartsNeverReachesATarget() {
        reported("A", MARCH, ratio("99999", "100000"));
        reported("B", MARCH, ratio("100000", "100000"));
        Target all = percent(RollUp.SUM, "=");
        assertThat(latest(all).measured().value()).isEqualByComparingTo("100");
        assertThat(Series.of(all, readings).status(all)).isEqualTo(TargetStatus.NOT_REACHED);
    }

    @Test
    void countsAreAddedUp() {
        reported("A", MARCH, Measured.figure(new BigDecimal("12.5")));
        reported("B", MARCH, Measured.figure(new BigDecimal("-2")));
        assertThat(latest(count(RollUp.SUM)).measured()).isEqualTo(Measured.figure(new BigDecimal("10.5")));
    }

    @Test
    void theMeanIsExactWhereEveryPartIsRounded() {
        reported("A", MARCH, ratio("1", "3"));
        reported("B", MARCH, ratio("2", "3"));
        Target half = target(RollUp.AVERAGE, ">=", "50", "%");
        assertThat(latest(half).measured()).isEqualTo(Measured.figure(new BigDecimal("50")));
        assertThat(Series.of(half, readings).status(half)).isEqualTo(TargetStatus.REACHED);
    }

    @Test
    void aMeanIsNeitherWeighedNorRoundedUpToATarget() {
        reported("A", MARCH, ratio("1", "1"));
        reported("B", MARCH, ratio("999", "1000"));
        Target all = percent(RollUp.AVERAGE, "=");
        assertThat(latest(all).measured().value()).isEqualByComparingTo("99.95");
        readings.clear();
        reported("A", MARCH, ratio("100000", "100000"));
        reported("B", MARCH, ratio("99999", "100000"));
        assertThat(latest(all).measured().value()).isEqualByComparingTo("100");
        assertThat(Series.of(all, readings).status(all)).isEqualTo(TargetStatus.NOT_REACHED);
    }

    @Test
    void theLatestPartIsTheOneOfTheLatestDay() {
        reported("A", JUNE, Measured.figure(new BigDecimal("7")));
        reported("B", MARCH, Measured.figure(new BigDecimal("9")));
        Series series = Series.of(count(RollUp.LATEST), readings);
        assertThat(series.figures())
                .extracting(figure -> figure.period().asOf())
                .containsExactly(MARCH, JUNE);
        Figure latest = Objects.requireNonNull(series.latest());
        assertThat(latest.measured()).isEqualTo(Measured.figure(new BigDecimal("7")));
        assertThat(latest.isProvisional()).as("B's part of March still stands").isFalse();
        assertThat(series.figures().get(0).isProvisional()).isTrue();
    }

    @Test
    void ofTheSameDayThePartThatCameLastIsTheLatest() {
        reported("A", MARCH, Measured.figure(new BigDecimal("7")));
        reported("B", MARCH, Measured.figure(new BigDecimal("9")));
        assertThat(latest(count(RollUp.LATEST)).measured().value()).isEqualByComparingTo("9");
    }

    @Test
    void whatIsMissingMakesTheValueProvisionalAndDecidesNothing() {
        reported("A", MARCH, ratio("10", "10"));
        Target all = percent(RollUp.SUM, "=");
        Series series = Series.of(all, readings);
        assertThat(latest(all).isProvisional()).isTrue();
        assertThat(series.status(all)).isEqualTo(TargetStatus.PROVISIONAL);
        assertThat(series.gap(all, null)).isEqualTo(Gap.PROVISIONAL);
        assertThat(series.trend()).isEqualTo(Trend.UNKNOWN);
        reported("B", MARCH, ratio("1", "1"));
        assertThat(Series.of(all, readings).status(all)).isEqualTo(TargetStatus.REACHED);
    }

    @Test
    void figuresAreComparedWithThoseThatStandForTheWhole() {
        reported("A", MARCH, ratio("1", "2"));
        reported("B", MARCH, ratio("1", "2"));
        reported("A", MARCH.plusMonths(1), ratio("2", "2"));
        reported("A", JUNE, ratio("2", "2"));
        reported("B", JUNE, ratio("1", "2"));
        Series series = Series.of(percent(RollUp.SUM, "="), readings);
        assertThat(Objects.requireNonNull(series.before()).period().asOf()).isEqualTo(MARCH);
        assertThat(series.trend()).isEqualTo(Trend.UP);
    }

    @Test
    void nothingToMeasureIsReportedAndAddsNothing() {
        reported("A", MARCH, Measured.NOTHING);
        Target all = percent(RollUp.SUM, "=");
        Target mean = percent(RollUp.AVERAGE, "=");
        reported("B", MARCH, Measured.NOTHING);
        for (Target target : List.of(all, mean)) {
            assertThat(latest(target).measured()).isEqualTo(Measured.NOTHING);
            assertThat(Series.of(target, readings).status(target)).isEqualTo(TargetStatus.NO_READING);
            assertThat(Series.of(target, readings).trend()).isEqualTo(Trend.UNKNOWN);
        }
        readings.remove(1);
        reported("B", MARCH, ratio("3", "4"));
        assertThat(latest(all).measured()).isEqualTo(ratio("3", "4"));
        assertThat(latest(mean).measured()).isEqualTo(Measured.figure(new BigDecimal("75")));
        assertThat(latest(mean).isProvisional()).isFalse();
    }

    @Test
    void onlyPartsOfTheVerySamePeriodGoTogether() {
        reported("A", MARCH, ratio("1", "2"));
        add("B", new ReadingPeriod(MARCH.minusMonths(2), MARCH), ratio("1", "2"), Reading.State.APPROVED, null);
        assertThat(Series.of(percent(RollUp.SUM, "="), readings).figures())
                .hasSize(2)
                .allMatch(Figure::isProvisional);
    }

    @Test
    void whatWaitsIsReturnedOrCorrectedDoesNotCount() {
        reported("A", MARCH, ratio("1", "2"));
        add("B", stock(MARCH), ratio("2", "2"), Reading.State.PENDING, null);
        add("B", stock(MARCH), ratio("2", "2"), Reading.State.RETURNED, null);
        add("B", stock(MARCH), ratio("2", "2"), Reading.State.APPROVED, 99L);
        assertThat(latest(percent(RollUp.SUM, "=")).measured()).isEqualTo(ratio("1", "2"));
        reported("B", MARCH, ratio("1", "2"));
        assertThat(latest(percent(RollUp.SUM, "=")).measured()).isEqualTo(ratio("2", "4"));
    }

    @Test
    void whatWasTypedOfTheWholeBeforeStaysBesideWhatIsRolledUp() {
        Reading part = reported("A", JUNE, ratio("1", "2"));
        readings.add(new Reading(
                50, "X", "A", false, part.reported(), "p", Instant.EPOCH, Reading.State.APPROVED, null, null));
        assertThat(Series.of(percent(RollUp.SUM, "="), readings).figures())
                .extracting(Figure::isRolledUp)
                .containsExactly(true, false);
    }

    @Test
    void reportsOfUnitsStandAgainstWhatTheyExpect() {
        Target all = percent(RollUp.SUM, "=", "A", "B", "C", "D", "E", "F");
        Map<String, Expectation> expected = Map.of("A", expects("A", "99.996"), "B", expects("B", "50"));
        reported("A", MARCH, ratio("99995", "100000"));
        reported("B", MARCH, ratio("1", "2"));
        reported("C", MARCH, ratio("1", "2"));
        add("D", stock(MARCH), ratio("1", "2"), Reading.State.RETURNED, null);
        add("E", stock(MARCH), ratio("1", "2"), Reading.State.PENDING, null);
        List<ReadingPeriod> periods = UnitReport.periods(readings);
        assertThat(periods).containsExactly(stock(MARCH));
        assertThat(UnitReport.of(all, readings, expected, periods.get(0)))
                .extracting(report -> report.unit() + " " + report.status())
                .as("who owes comes first")
                .containsExactly("F NOT_SENT", "D RETURNED", "E PENDING", "A NOT_REACHED", "C REPORTED", "B REACHED");
        add("D", stock(MARCH), ratio("1", "2"), Reading.State.PENDING, null);
        assertThat(UnitReport.of(all, readings, expected, stock(JUNE)))
                .allMatch(report -> report.status() == UnitReport.Status.NOT_SENT);
        assertThat(UnitReport.of(all, "D", readings, null, stock(MARCH)).status())
                .isEqualTo(UnitReport.Status.PENDING);
    }

    private static Expectation expects(String unit, String figure) {
        return new Expectation(unit, new BigDecimal(figure), "p", Instant.EPOCH);
    }

    private Figure latest(Target target) {
        return Objects.requireNonNull(Series.of(target, readings).latest());
    }

    private static Target percent(RollUp rule, String operator, String... units) {
        return target(rule, operator, "100", "%", units);
    }

    private static Target count(RollUp rule) {
        return target(rule, ">=", "100", null);
    }

    private static Target target(
            RollUp rule, String operator, String figure, @Nullable String measure, String... units) {
        return new Target(
                "X",
                null,
                null,
                new Text("Chỉ tiêu", "Indicator"),
                Target.Kind.NUMERIC,
                operator,
                new BigDecimal(figure),
                measure,
                false,
                "A",
                new Parts(rule, units.length == 0 ? List.of("A", "B") : List.of(units)));
    }

    private static Measured ratio(String numerator, String denominator) {
        return Measured.ratio(new BigDecimal(numerator), new BigDecimal(denominator), true);
    }

    private static ReadingPeriod stock(LocalDate asOf) {
        return new ReadingPeriod(null, asOf);
    }

    private Reading reported(String unit, LocalDate asOf, Measured measured) {
        return add(unit, stock(asOf), measured, Reading.State.APPROVED, null);
    }

    private Reading add(
            String unit, ReadingPeriod period, Measured measured, Reading.State state, @Nullable Long correctedBy) {
        Reading reading = new Reading(
                readings.size() + 1,
                "X",
                unit,
                true,
                new Reported(period, measured, "nguồn", null, null, null, null),
                "p",
                Instant.EPOCH,
                state,
                null,
                correctedBy);
        readings.add(reading);
        return reading;
    }
}
