package vn.giaoviec.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.report.Changes.FigureChange;
import vn.giaoviec.report.FigureKey.Scope;
import vn.giaoviec.report.Figures.Line;
import vn.giaoviec.report.ReportContent.Section;
import vn.giaoviec.sheet.PrintedTable;
import vn.giaoviec.sheet.PrintedTable.Column;
import vn.giaoviec.sheet.PrintedTable.Item;

/** Puts a report into words and tables; every figure comes of its snapshot, and leads to the cases it counts. */
@Service
public class ComposeReport {
    private static final List<Count> COLUMNS = List.of(
            Count.TOTAL, Count.DONE_IN_TIME, Count.DONE_LATE, Count.OPEN_IN_TIME, Count.OPEN_LATE, Count.SUSPENDED);

    private final MessageSource messages;

    ComposeReport(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param earlier the report of the same plan before it, or null
     * @param locale the language of headings; what the plan and the units say stays Vietnamese
     */
    public ReportContent of(Report report, @Nullable Report earlier, Locale locale) {
        Words words = new Words(messages, locale);
        Snapshot content = report.content();
        Figures figures = Figures.of(content);
        return new ReportContent(
                subject(report, locale),
                List.of(
                        situation(words, report, content, figures),
                        results(words, report, figures),
                        indicators(words, content),
                        late(words, content),
                        earlier == null
                                ? new Section(
                                        words.say("report.changes"),
                                        List.of(words.say("report.changes.first")),
                                        List.of())
                                : changes(
                                        words,
                                        words.say("report.changes"),
                                        words.say(
                                                "report.changes.since",
                                                earlier.written(),
                                                Words.day(earlier.period().to())),
                                        Changes.between(earlier.content(), content),
                                        content)),
                new CaseTables(words, content).all(words.say("report.annex"), content.cases()),
                words.say("report.foot", report.written(), report.sha256()));
    }

    /** What it reports, in a line. */
    public String subject(Report report, Locale locale) {
        Words words = new Words(messages, locale);
        Snapshot.PlanHead plan = report.content().plan();
        return words.say("report.subject", plan.title(), words.period(report.period()));
    }

    /** A period that can be chosen, with its usual cut-off. */
    public String choice(ReportPeriod period, Locale locale) {
        Words words = new Words(messages, locale);
        return words.say("report.make.option", words.period(period), Words.day(period.to()));
    }

    /** Changes as a section. */
    public Section changes(Report report, String heading, String since, Changes changes, Locale locale) {
        return changes(new Words(messages, locale), heading, since, changes, report.content());
    }

    /** The cases that a figure counts. */
    public PrintedTable cases(Report report, FigureKey key, Locale locale) {
        Words words = new Words(messages, locale);
        Snapshot content = report.content();
        return new CaseTables(words, content).all(named(words, key, content), Figures.cases(content, key));
    }

    private static Section situation(Words words, Report report, Snapshot content, Figures figures) {
        Line whole = figures.whole();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.say(
                "report.situation.basis",
                content.plan().number(),
                Words.day(content.plan().issuedOn()),
                content.plan().issuer(),
                Words.day(content.period().from()),
                Words.day(content.period().to())));
        paragraphs.add(words.say(
                "report.situation.counts",
                whole.count(Count.TOTAL),
                whole.count(Count.DONE),
                whole.count(Count.DONE_IN_TIME),
                whole.count(Count.DONE_LATE),
                whole.count(Count.OPEN),
                whole.count(Count.OPEN_IN_TIME),
                whole.count(Count.OPEN_LATE),
                whole.count(Count.SUSPENDED),
                words.percent(whole.completionRate())));
        if (whole.count(Count.CARRIED_OVER) > 0) {
            paragraphs.add(words.say("report.situation.carriedOver", whole.count(Count.CARRIED_OVER)));
        }
        paragraphs.add(
                words.say("report.situation.inPeriod", whole.count(Count.DONE_IN_PERIOD), whole.count(Count.OTHER)));
        if (content.cases().stream().anyMatch(ReportedCase::illustrative)) {
            paragraphs.add(
                    words.say("report.situation.illustrative", content.plan().illustrative()));
        }
        return new Section(
                words.say("report.situation"),
                paragraphs,
                List.of(table(words, report, "report.whole", List.of(whole))));
    }

    private static Section results(Words words, Report report, Figures figures) {
        return new Section(
                words.say("report.results"),
                List.of(words.say("report.results.hint")),
                List.of(
                        table(words, report, "report.byGroup", figures.groups()),
                        table(words, report, "report.byPillar", figures.pillars()),
                        table(words, report, "report.byUnit", figures.units())));
    }

    private static PrintedTable table(Words words, Report report, String title, List<Line> lines) {
        List<Column> columns = new ArrayList<>(columns(words, "name:34"));
        List<Count> counts = counts(lines);
        counts.forEach(count -> columns.add(new Column(words.say("report.count." + count), 11)));
        columns.add(new Column(words.say("standing.completionRate"), 11));
        return new PrintedTable(
                words.say(title),
                columns,
                lines.stream()
                        .map(line -> Stream.of(
                                        Stream.of(Item.text(name(words, line))),
                                        counts.stream().map(count -> figure(report, line, count)),
                                        Stream.of(Item.share(
                                                line.completionRate(), words.percent(line.completionRate()))))
                                .flatMap(items -> items)
                                .toList())
                        .toList());
    }

    /** A column for what is carried over only where something is, which is at the end of a year. */
    private static List<Count> counts(List<Line> lines) {
        List<Count> counts = new ArrayList<>(COLUMNS);
        if (lines.stream().anyMatch(line -> line.count(Count.CARRIED_OVER) > 0)) {
            counts.add(Count.CARRIED_OVER);
        }
        return counts;
    }

    private static String name(Words words, Line line) {
        return switch (line.scope()) {
            case WHOLE -> words.say("standing.whole");
            case GROUP -> line.code() + ". " + line.name();
            case PILLAR, UNIT -> line.name();
        };
    }

    private static Item figure(Report report, Line line, Count count) {
        Item item = Item.count(line.count(count));
        return line.count(count) == 0
                ? item
                : item.at(report.path() + "/figures/" + new FigureKey(line.scope(), line.code(), count));
    }

    private static Section indicators(Words words, Snapshot content) {
        List<ReportedIndicator> all = content.indicators();
        return new Section(
                words.say("report.indicators"),
                List.of(words.say(
                        "report.indicators.counts",
                        all.size(),
                        all.stream().filter(one -> one.latest() != null).count(),
                        all.stream().filter(one -> one.status().isReached()).count())),
                List.of(new IndicatorTables(words).all(all)));
    }

    private static Section late(Words words, Snapshot content) {
        List<ReportedCase> late = content.cases().stream()
                .filter(one -> ReportedCase.late(one.standing()))
                .sorted((one, other) -> Integer.compare(other.lateDays(), one.lateDays()))
                .toList();
        return new Section(
                words.say("report.late"),
                List.of(
                        late.isEmpty()
                                ? words.say("report.late.none")
                                : words.say(
                                        "report.late.counts",
                                        late.size(),
                                        late.stream()
                                                .filter(one -> one.standing() == Standing.OPEN_LATE)
                                                .count())),
                late.isEmpty() ? List.of() : List.of(new CaseTables(words, content).late(late)));
    }

    private static Section changes(Words words, String heading, String since, Changes changes, Snapshot content) {
        List<PrintedTable> tables = new ArrayList<>();
        List<FigureChange> whole = changes.figures().stream()
                .filter(change -> change.key().scope() == Scope.WHOLE)
                .toList();
        if (!whole.isEmpty()) {
            tables.add(new PrintedTable(
                    words.say("report.changes.figures"),
                    columns(words, "figure:50", "before:14", "now:14", "difference:14"),
                    whole.stream()
                            .map(change -> List.of(
                                    Item.text(words.say(
                                            "report.count." + change.key().count())),
                                    Item.count(change.before()),
                                    Item.count(change.after()),
                                    Item.count(change.after() - change.before())))
                            .toList()));
        }
        if (!changes.cases().isEmpty()) {
            tables.add(new CaseTables(words, content).changed(changes.cases()));
        }
        if (!changes.indicators().isEmpty()) {
            tables.add(new IndicatorTables(words).changed(changes.indicators(), content.indicators()));
        }
        return new Section(
                heading, changes.none() ? List.of(since, words.say("report.changes.none")) : List.of(since), tables);
    }

    private static String named(Words words, FigureKey key, Snapshot content) {
        String count = words.say("report.count." + key.count());
        Figures figures = Figures.of(content);
        return Stream.of(List.of(figures.whole()), figures.groups(), figures.pillars(), figures.units())
                .flatMap(List::stream)
                .filter(line -> line.scope() == key.scope() && line.code().equals(key.code()))
                .findFirst()
                .map(line -> words.say("report.figure", name(words, line), count))
                .orElse(count);
    }

    /** Columns by the names of their headings and how wide they are. */
    static List<Column> columns(Words words, String... columns) {
        return Stream.of(columns)
                .map(column -> column.split(":", -1))
                .map(parts -> new Column(words.say("report.column." + parts[0]), Integer.parseInt(parts[1])))
                .toList();
    }
}
