package vn.giaoviec.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.indicator.Support;
import vn.giaoviec.report.ReportedIndicator.Value;
import vn.giaoviec.sheet.PrintedTable;
import vn.giaoviec.sheet.PrintedTable.Item;

/** Tables of indicators. */
final class IndicatorTables {
    private final Words words;

    IndicatorTables(Words words) {
        this.words = words;
    }

    PrintedTable all(List<ReportedIndicator> indicators) {
        return new PrintedTable(
                words.say("report.indicators.table"),
                ComposeReport.columns(
                        words,
                        "code:11",
                        "indicator:44",
                        "target:16",
                        "value:14",
                        "valueOf:16",
                        "readings:12",
                        "status:18",
                        "support:14"),
                indicators.stream()
                        .map(one -> List.of(
                                Item.text(one.code()).at("/indicators/" + one.code()),
                                Item.text(one.name()),
                                Item.text(wanted(one)),
                                Item.text(value(one.latest(), one.measure())),
                                Item.text(period(one.latest())),
                                Item.text(readings(one.latest())),
                                Item.text(words.say("targetStatus." + one.status())),
                                support(one)))
                        .toList());
    }

    PrintedTable changed(List<Changes.IndicatorChange> changes, List<ReportedIndicator> indicators) {
        return new PrintedTable(
                words.say("report.changes.indicators"),
                ComposeReport.columns(
                        words, "code:11", "indicator:44", "valueBefore:20", "value:20", "readings:12", "happened:24"),
                changes.stream()
                        .map(change -> List.of(
                                Item.text(change.code()).at("/indicators/" + change.code()),
                                Item.text(change.name()),
                                Item.text(value(change.before(), measureOf(change.code(), indicators))),
                                Item.text(value(change.after(), measureOf(change.code(), indicators))),
                                Item.text(readings(change.after())),
                                Item.text(words.say(
                                        change.corrected() ? "report.reading.corrected" : "report.reading.newer"))))
                        .toList());
    }

    private static @Nullable String measureOf(String code, List<ReportedIndicator> indicators) {
        return indicators.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(ReportedIndicator::measure)
                .orElse(null);
    }

    private String wanted(ReportedIndicator one) {
        BigDecimal target = one.target();
        if (target == null) {
            return words.say("report.target." + one.kind());
        }
        String figure = words.say(
                switch (String.valueOf(one.operator())) {
                    case ">=" -> "target.atLeast";
                    case ">" -> "target.moreThan";
                    default -> "target.exactly";
                },
                target,
                measure(one.measure()));
        return one.strive() ? words.say("target.strive") + " " + figure : figure;
    }

    private String value(@Nullable Value value, @Nullable String measure) {
        if (value == null) {
            return words.say("indicator.noReading");
        }
        if (value.reached() != null) {
            return words.say(value.reached() ? "reading.yes" : "reading.no");
        }
        BigDecimal measured = value.measured();
        return measured == null ? words.say("reading.nothing") : figure(measured, measure);
    }

    private String figure(BigDecimal number, @Nullable String measure) {
        return words.say("reading.figure", number, measure(measure));
    }

    private static String measure(@Nullable String measure) {
        return measure == null ? "" : measure;
    }

    private String period(@Nullable Value value) {
        if (value == null) {
            return "";
        }
        return value.from() == null
                ? words.say("reading.asOf", Words.day(value.asOf()))
                : words.say("reading.fromTo", Words.day(value.from()), Words.day(value.asOf()));
    }

    private static String readings(@Nullable Value value) {
        return value == null
                ? ""
                : value.readings().stream()
                        .map(source -> String.valueOf(source.reading()))
                        .collect(Collectors.joining(", "));
    }

    private Item support(ReportedIndicator one) {
        int percent =
                new Support(one.code(), one.cases(), one.acceptedCases(), one.weight(), one.acceptedWeight()).percent();
        return Item.text(words.say("report.support", percent, one.acceptedCases(), one.cases()));
    }
}
