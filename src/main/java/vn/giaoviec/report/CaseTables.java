package vn.giaoviec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.giaoviec.report.Snapshot.Named;
import vn.giaoviec.sheet.PrintedTable;
import vn.giaoviec.sheet.PrintedTable.Column;
import vn.giaoviec.sheet.PrintedTable.Item;

/** Tables of cases. */
final class CaseTables {
    private final Words words;
    private final Map<String, String> units;

    CaseTables(Words words, Snapshot snapshot) {
        this.words = words;
        this.units = snapshot.units().stream().collect(Collectors.toMap(Named::code, Named::name));
    }

    PrintedTable all(String title, List<ReportedCase> cases) {
        return new PrintedTable(
                title,
                columns(
                        "no:7",
                        "code:10",
                        "title:40",
                        "unit:24",
                        "originalDueOn:15",
                        "dueOn:15",
                        "extensions:8",
                        "submittedOn:15",
                        "acceptedOn:15",
                        "standing:18",
                        "lateDays:9",
                        "indicators:13"),
                numbered(cases.stream()
                        .map(one -> List.of(
                                code(one),
                                title(one),
                                unit(one),
                                Item.text(Words.day(one.originalDueOn())),
                                Item.text(Words.day(one.dueOn())),
                                Item.count(one.extensions()),
                                Item.text(Words.day(one.submittedOn())),
                                Item.text(Words.day(one.acceptedOn())),
                                Item.text(words.say("standing." + one.standing())),
                                Item.count(one.lateDays()),
                                Item.text(String.join(", ", one.indicators()))))
                        .toList()));
    }

    PrintedTable late(List<ReportedCase> cases) {
        return new PrintedTable(
                words.say("report.late.table"),
                columns(
                        "no:7",
                        "code:11",
                        "title:28",
                        "unit:18",
                        "dueOn:18",
                        "standing:15",
                        "lateDays:12",
                        "reason:30"),
                numbered(cases.stream()
                        .map(one -> List.of(
                                code(one),
                                title(one),
                                unit(one),
                                Item.text(due(one)),
                                Item.text(words.say("standing." + one.standing())),
                                Item.count(one.lateDays()),
                                Item.text(one.reason() == null ? words.say("report.late.noReason") : one.reason())))
                        .toList()));
    }

    PrintedTable changed(List<Changes.CaseChange> changes) {
        return new PrintedTable(
                words.say("report.changes.cases"),
                columns("no:7", "code:11", "title:34", "unit:22", "happened:24", "dueBefore:17", "dueOn:17"),
                numbered(changes.stream()
                        .map(change -> List.of(
                                code(change.after()),
                                title(change.after()),
                                unit(change.after()),
                                Item.text(change.happened().stream()
                                        .map(one -> words.say("report.happening." + one))
                                        .collect(Collectors.joining("; "))),
                                Item.text(Words.day(
                                        change.before() == null
                                                ? null
                                                : change.before().dueOn())),
                                Item.text(Words.day(change.after().dueOn()))))
                        .toList()));
    }

    private String due(ReportedCase one) {
        return one.extensions() == 0
                ? Words.day(one.dueOn())
                : words.say(
                        "report.extended", Words.day(one.dueOn()), one.extensions(), Words.day(one.originalDueOn()));
    }

    private static Item code(ReportedCase one) {
        return Item.text(one.assignment()).at("/cases/" + one.caseKey());
    }

    private Item title(ReportedCase one) {
        return Item.text(one.illustrative() ? words.say("report.illustrative", one.title()) : one.title());
    }

    private Item unit(ReportedCase one) {
        return Item.text(units.getOrDefault(one.unit(), one.unit()));
    }

    private List<Column> columns(String... columns) {
        return ComposeReport.columns(words, columns);
    }

    private static List<List<Item>> numbered(List<List<Item>> rows) {
        List<List<Item>> numbered = new ArrayList<>();
        for (List<Item> row : rows) {
            List<Item> items = new ArrayList<>(row);
            items.add(0, Item.count(numbered.size() + 1));
            numbered.add(items);
        }
        return numbered;
    }
}
