package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.giaoviec.indicator.ReadingPeriod.Calculation;
import vn.giaoviec.plan.Parts;
import vn.giaoviec.plan.RollUp;
import vn.giaoviec.plan.Target;

/** Makes the province's figures of the parts that units reported and that count. */
final class PartSums {
    private static final Comparator<Reading> LATEST =
            Comparator.comparing(PartSums::day).thenComparing(Reading::id);

    private final Target target;
    private final Parts parts;

    private PartSums(Target target, Parts parts) {
        this.target = target;
        this.parts = parts;
    }

    /**
     * A figure for each period of which any part counts.
     *
     * @param counted the parts that count
     */
    static List<Figure> of(Target target, List<Reading> counted) {
        Parts parts = target.parts();
        if (parts == null) {
            return List.of();
        }
        PartSums sums = new PartSums(target, parts);
        return parts.rule() == RollUp.LATEST ? sums.latest(counted) : sums.ofEachPeriod(counted);
    }

    /** Only parts of the very same period go together. */
    private List<Figure> ofEachPeriod(List<Reading> counted) {
        Map<ReadingPeriod, List<Reading>> periods = counted.stream()
                .collect(Collectors.groupingBy(
                        reading -> reading.reported().period(), LinkedHashMap::new, Collectors.toList()));
        return periods.entrySet().stream()
                .map(period -> parts.rule() == RollUp.SUM
                        ? sum(period.getKey(), period.getValue())
                        : mean(period.getKey(), period.getValue()))
                .toList();
    }

    private Figure sum(ReadingPeriod period, List<Reading> counted) {
        List<Measured> each = measured(counted);
        Measured sum;
        if (each.stream().anyMatch(part -> part.denominator() == null)) {
            sum = Measured.figure(added(each, Measured::value));
        } else {
            BigDecimal denominator = added(each, Measured::denominator);
            sum = denominator.signum() == 0
                    ? Measured.NOTHING
                    : Measured.ratio(added(each, Measured::numerator), denominator, target.isPercent());
        }
        return new Figure(
                period,
                sum,
                sum.exact(target.isPercent()),
                counted,
                parts.units().size());
    }

    private static BigDecimal added(List<Measured> each, Function<Measured, BigDecimal> number) {
        return each.stream().map(number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Parts in which there was nothing to measure are reported, and weigh nothing. */
    private Figure mean(ReadingPeriod period, List<Reading> counted) {
        List<Fraction> each = measured(counted).stream()
                .filter(part -> part.value() != null)
                .map(part -> part.fraction(target.isPercent()))
                .toList();
        int units = parts.units().size();
        if (each.isEmpty()) {
            return new Figure(period, Measured.NOTHING, null, counted, units);
        }
        BigDecimal mean = each.stream()
                .reduce(Fraction.ZERO, Fraction::plus)
                .over(each.size())
                .value();
        return new Figure(period, Measured.figure(mean.setScale(2, RoundingMode.HALF_UP)), mean, counted, units);
    }

    /** A part stands until its unit reports a later one; the latest of all units' parts is the province's. */
    private List<Figure> latest(List<Reading> counted) {
        Map<Calculation, List<Reading>> alike = counted.stream()
                .collect(Collectors.groupingBy(
                        reading -> reading.reported().period().calculation()));
        return alike.values().stream()
                .flatMap(readings -> readings.stream()
                        .map(PartSums::day)
                        .distinct()
                        .map(day -> latest(lastOfEachUnit(readings, day))))
                .toList();
    }

    private Figure latest(Collection<Reading> standing) {
        Reading last = standing.stream().max(LATEST).orElseThrow();
        Figure alone = Figure.of(target, last);
        return new Figure(
                alone.period(),
                alone.measured(),
                alone.exact(),
                List.copyOf(standing),
                parts.units().size());
    }

    private static Collection<Reading> lastOfEachUnit(List<Reading> readings, LocalDate day) {
        Map<String, Reading> last = new LinkedHashMap<>();
        readings.stream()
                .filter(reading -> !day(reading).isAfter(day))
                .sorted(LATEST)
                .forEach(reading -> last.put(reading.unit(), reading));
        return last.values();
    }

    private static LocalDate day(Reading reading) {
        return reading.reported().period().asOf();
    }

    private static List<Measured> measured(List<Reading> readings) {
        return readings.stream().map(reading -> reading.reported().measured()).toList();
    }
}
