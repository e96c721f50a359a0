package vn.giaoviec.annex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.Warning.Severity;

/** An annex as the command line shows it. */
final class AnnexPrint {
    private static final int[] WIDTHS = {5, 14, 48, 30, 22, 10, 4, 60};

    private final Annex annex;
    private final Messages messages;

    AnnexPrint(Annex annex, Messages messages) {
        this.annex = annex;
        this.messages = messages;
    }

    /** A line for each task and stub. */
    void json(PrintStream out) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (AnnexRow row : annex.rows()) {
            if (row.kind() != AnnexRow.Kind.GROUP) {
                out.print(line(mapper, row));
                out.print('\n');
            }
        }
    }

    private String line(ObjectMapper mapper, AnnexRow row) throws JsonProcessingException {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("table", row.table());
        line.put("sheet", row.sheet());
        line.put("row", row.row());
        line.put("code", row.code());
        line.put("parent", row.parent());
        line.put("title", row.title());
        line.put("leads", row.leads().stream().map(AnnexPrint::named).toList());
        line.put(
                "coordinators",
                row.coordinators().stream().map(AnnexPrint::named).toList());
        line.put("deadlineRaw", row.deadline().raw());
        line.put("deadlineKind", row.deadline().kind().name());
        line.put("dueDate", row.dueOn() == null ? null : row.dueOn().toString());
        line.put("deliverable", row.deliverable());
        Guess group = row.suggestedGroup();
        line.put("suggestedGroup", group == null ? null : Integer.valueOf(group.code()));
        line.put("suggestedGroupTerms", group == null ? List.of() : group.terms());
        line.put("suggestedIndicators", row.indicators());
        line.put("mustDecide", row.warnings().stream().anyMatch(warning -> warning.severity() == Severity.ERROR));
        line.put("warnings", row.warnings().stream().map(this::told).toList());
        return mapper.writeValueAsString(line);
    }

    private static Map<String, @Nullable Object> named(Named named) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("text", named.text());
        object.put("kind", named.kind().name());
        object.put("unit", named.unit());
        object.put("name", named.name());
        object.put("certain", named.certain());
        object.put("outside", named.outside());
        object.put("members", named.members());
        object.put("suggestions", named.suggestions());
        return object;
    }

    private String told(Warning warning) {
        return warning.key().replaceFirst("^annexWarning\\.", "") + ": " + messages.of(warning);
    }

    /** For people. */
    void table(PrintStream out) {
        print(
                out,
                List.of(
                        messages.of("import.row"),
                        messages.of("import.code"),
                        messages.of("import.task"),
                        messages.of("import.lead"),
                        messages.of("import.deadline"),
                        messages.of("import.due"),
                        messages.of("import.group"),
                        messages.of("import.look")));
        for (AnnexRow row : annex.rows()) {
            Guess group = row.suggestedGroup();
            print(
                    out,
                    List.of(
                            String.valueOf(row.row()),
                            row.code(),
                            row.title(),
                            row.leads().stream().map(AnnexPrint::shortly).collect(Collectors.joining("; ")),
                            row.deadline().raw(),
                            row.dueOn() == null ? "" : "%1$td/%1$tm/%1$tY".formatted(row.dueOn()),
                            group == null ? "" : group.code(),
                            row.warnings().stream()
                                    .filter(warning -> warning.severity() != Severity.NOTE)
                                    .map(messages::of)
                                    .collect(Collectors.joining(" "))));
        }
        for (AnnexTarget target : annex.targets()) {
            AnnexTarget.Figure figure = target.wanted();
            print(
                    out,
                    List.of(
                            String.valueOf(target.row()),
                            target.code(),
                            target.name(),
                            target.leads().stream().map(AnnexPrint::shortly).collect(Collectors.joining("; ")),
                            figure == null ? "?" : figure.operator() + " " + figure.from(),
                            "",
                            "",
                            target.warnings().stream().map(messages::of).collect(Collectors.joining(" "))));
        }
    }

    private static String shortly(Named named) {
        return named.unit() != null ? named.unit() : named.text() + " (?)";
    }

    private static void print(PrintStream out, List<String> cells) {
        List<String> padded = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            String text = cells.get(at).replaceAll("\\s+", " ");
            int width = WIDTHS[at];
            boolean last = at == cells.size() - 1;
            padded.add(
                    last
                            ? text
                            : text.length() > width
                                    ? text.substring(0, width - 1) + "\u2026"
                                    : text + " ".repeat(width - text.length()));
        }
        out.print(String.join("  ", padded).stripTrailing() + "\n");
    }

    void summary(PrintStream err) {
        for (Warning warning : annex.warnings()) {
            err.println(messages.of(warning));
        }
        err.println(messages.of(
                "import.summary",
                annex.file(),
                annex.tables().size(),
                annex.tasks().size(),
                annex.targets().size(),
                annex.tasks().stream()
                        .filter(row -> row.warnings().stream().anyMatch(one -> one.severity() == Severity.ERROR))
                        .count(),
                String.valueOf(annex.planYear()),
                "%1$td/%1$tm/%1$tY".formatted(annex.issuedOn())));
    }
}
