package vn.giaoviec.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The time a report is about (kỳ báo cáo). It ends with its cut-off (chốt số liệu), which is not the end of a month: with the
 * usual cut-off of the 14th, the first quarter runs from 15 December to 14 March (decree 09/2019/NĐ-CP on reports).
 *
 * @param kind how long it lasts
 * @param year the year it belongs to
 * @param number 1 for the first of its kind in that year
 * @param from first day
 * @param to the cut-off: its last day, as of whose end everything is told
 */
public record ReportPeriod(ReportKind kind, int year, int number, LocalDate from, LocalDate to) {
    /** A period with the usual cut-off. */
    static ReportPeriod of(ReportKind kind, int year, int number, int cutOffDay) {
        YearMonth last = YearMonth.of(year, kind.months() * number);
        LocalDate from = last.minusMonths(kind.months()).atDay(cutOffDay).plusDays(1);
        return new ReportPeriod(kind, year, number, from, last.atDay(cutOffDay));
    }

    /** All periods of a year, with the usual cut-offs. */
    static List<ReportPeriod> ofYear(int year, int cutOffDay) {
        return Stream.of(ReportKind.values())
                .flatMap(kind ->
                        IntStream.rangeClosed(1, kind.inAYear()).mapToObj(number -> of(kind, year, number, cutOffDay)))
                .toList();
    }

    /** The same period, cut off on another day. */
    ReportPeriod cutOffOn(LocalDate day) {
        return new ReportPeriod(kind, year, number, from, day);
    }

    /** Names it among the periods of its year, e.g. {@code quarter-1}. */
    public String code() {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + number;
    }
}
