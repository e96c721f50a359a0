package vn.giaoviec.dossier.paper;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.casework.Case;
import vn.giaoviec.dossier.Dossier;
import vn.giaoviec.dossier.Words;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.shared.Text;

/** A case on paper, as an inspector lays it before others. */
public final class SummaryPaper {
    private static final float WHEN = 0.19f;

    private final Dossier dossier;
    private final Words words;
    private final Paper paper;

    private SummaryPaper(Dossier dossier, Words words, Paper paper) {
        this.dossier = dossier;
        this.words = words;
        this.paper = paper;
    }

    /**
     * The paper as PDF.
     *
     * @param seal what it says of the seal over the case
     */
    public static byte[] of(Dossier dossier, Words words, String seal) throws IOException {
        String title = words.say("paper.title", dossier.theCase().key().toString());
        try (Paper paper = new Paper(title)) {
            SummaryPaper summary = new SummaryPaper(dossier, words, paper);
            paper.title(title);
            summary.facts();
            summary.people();
            summary.steps();
            summary.deadlines();
            summary.contributions();
            summary.evidence();
            summary.timeline();
            paper.heading(words.say("paper.proof"));
            paper.paragraph(seal);
            paper.paragraph(words.say("paper.howTo"));
            return paper.finish(dossier.theCase().key().toString());
        }
    }

    private void facts() throws IOException {
        Case theCase = dossier.theCase();
        Assignment assignment = dossier.assignment();
        paper.heading(words.say("case.facts"));
        paper.pair(words.say("assignment.what"), words.of(assignment.title()));
        paper.pair(words.say("assignment.deliverable"), words.of(assignment.deliverable()));
        paper.pair(words.say("assignment.unit"), unit(theCase.key().unit()));
        String coordinating = assignment.coordinating().stream()
                .map(involved -> unit(involved.unit()))
                .collect(Collectors.joining("; "));
        paper.pair(
                words.say("assignment.coordinating"),
                coordinating.isEmpty() ? words.say("assignment.noneCoordinating") : coordinating);
        paper.pair(words.say("assignment.state"), words.say("state." + theCase.state()));
        paper.pair(words.say("assignment.originalDueOn"), words.day(theCase.originalDueOn()));
        paper.pair(words.say("assignment.dueOn"), words.day(theCase.dueOn()));
        pairIf("field.internalDueOn", words.day(theCase.internalDueOn()));
        pairIf("case.openedAt", words.time(theCase.openedAt()));
        pairIf("case.submittedAt", words.time(theCase.submittedAt()));
        pairIf("case.endedAt", words.time(theCase.endedAt()));
        String end = theCase.endedAs();
        pairIf("case.endedAs", end == null ? "" : words.or("end." + end, end));
        pairIf("deadline.handedFrom", named(theCase.handedFrom()));
        pairIf("deadline.handedTo", named(theCase.handedTo()));
    }

    private static String named(@Nullable Object key) {
        return key == null ? "" : key.toString();
    }

    private void pairIf(String label, String content) throws IOException {
        if (!content.isEmpty()) {
            paper.pair(words.say(label), content);
        }
    }

    private String unit(String code) {
        Text name = dossier.units().get(code);
        return name == null ? code : words.of(name);
    }

    /** Everybody who acted in it, by what the audit says. */
    private void people() throws IOException {
        Set<String> actors = new TreeSet<>();
        dossier.entries().forEach(entry -> {
            if (entry.actor() != null) {
                actors.add(words.person(entry.actor()) + " (" + entry.actor() + ")");
            }
        });
        paper.heading(words.say("paper.people"));
        paper.paragraph(String.join("; ", actors));
    }

    private void steps() throws IOException {
        table(
                "case.steps",
                List.of(
                        "case.steps.step",
                        "case.steps.who",
                        "case.steps.when",
                        "case.steps.outcome",
                        "case.steps.reason"),
                List.of(0.26f, 0.17f, WHEN, 0.16f, 0.22f),
                dossier.steps().stream()
                        .map(step -> List.of(
                                words.of(step),
                                step.completedBy() == null ? "" : words.person(step.completedBy(), step.actingFor()),
                                step.endedAt() == null ? words.say("case.steps.waiting") : words.time(step.endedAt()),
                                step.outcome() == null ? "" : words.or("outcome." + step.outcome(), step.outcome()),
                                Objects.requireNonNullElse(step.reason(), "")))
                        .toList());
        table(
                "case.progress",
                List.of("case.audit.when", "case.audit.who", "case.audit.what", "field.note"),
                List.of(WHEN, 0.2f, 0.18f, 0.43f),
                dossier.progress().stream()
                        .map(said -> List.of(
                                words.time(said.notedAt()),
                                words.person(said.person()),
                                words.say("progress." + said.kind()),
                                said.note()))
                        .toList());
    }

    private void deadlines() throws IOException {
        table(
                "deadline.moves",
                List.of("deadline.when", "deadline.cause", "deadline.from", "deadline.to", "field.reason"),
                List.of(WHEN, 0.18f, 0.13f, 0.13f, 0.37f),
                dossier.moves().stream()
                        .map(move -> List.of(
                                words.time(move.at()),
                                words.say("deadline.cause." + move.cause()),
                                words.day(move.from()),
                                words.day(move.to()),
                                move.reason()))
                        .toList());
        table(
                "deadline.extensions",
                List.of("deadline.when", "deadline.by", "field.askedOn", "deadline.decision", "field.reason"),
                List.of(WHEN, 0.18f, 0.13f, 0.24f, 0.26f),
                dossier.extensions().stream()
                        .map(asked -> List.of(
                                words.time(asked.at()),
                                words.person(asked.by()),
                                words.day(asked.askedOn()),
                                words.say("deadline.decision."
                                                + (asked.decision() == null ? "WAITING" : asked.decision()))
                                        + " "
                                        + words.day(asked.grantedOn()),
                                asked.reason()))
                        .toList());
        table(
                "deadline.orders",
                List.of("deadline.when", "deadline.by", "deadline.order", "field.document", "field.reason"),
                List.of(WHEN, 0.18f, 0.15f, 0.2f, 0.28f),
                dossier.orders().stream()
                        .map(order -> List.of(
                                words.time(order.at()),
                                words.person(order.by()),
                                words.say("deadline.order." + order.kind()),
                                order.document(),
                                order.reason()))
                        .toList());
    }

    private void contributions() throws IOException {
        table(
                "indicator.ledger",
                List.of("indicator.ledger.at", "indicator.name", "indicator.ledger.kind", "indicator.ledger.weight"),
                List.of(WHEN, 0.3f, 0.23f, 0.28f),
                dossier.contributions().stream()
                        .map(posted -> List.of(
                                words.time(posted.postedAt()),
                                posted.indicator(),
                                words.say("contribution." + posted.kind()),
                                words.say("indicator.ledger.number", posted.weight())))
                        .toList());
    }

    private void evidence() throws IOException {
        table(
                "paper.evidence",
                List.of("case.audit.when", "case.audit.who", "caseFile.name", "caseFile.sha256"),
                List.of(WHEN, 0.18f, 0.28f, 0.35f),
                dossier.evidence().stream()
                        .map(file -> List.of(
                                words.time(file.keptAt()), words.person(file.person()), file.name(), file.sha256()))
                        .toList());
    }

    private void timeline() throws IOException {
        table(
                "case.audit",
                List.of("case.audit.when", "case.audit.who", "case.audit.what"),
                List.of(WHEN, 0.3f, 0.51f),
                dossier.entries().stream()
                        .map(entry -> List.of(
                                words.time(entry.businessTime()),
                                words.person(entry.actor()),
                                entry.refused()
                                        ? words.say("case.audit.refused") + ": " + entry.action()
                                        : words.or("fact." + entry.action(), entry.action())))
                        .toList());
    }

    /** Nothing at all where there are no rows. */
    private void table(String heading, List<String> head, List<Float> widths, List<List<String>> rows)
            throws IOException {
        if (!rows.isEmpty()) {
            paper.heading(words.say(heading));
            paper.table(head.stream().map(words::say).toList(), widths, rows);
        }
    }
}
