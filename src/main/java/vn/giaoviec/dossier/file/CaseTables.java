package vn.giaoviec.dossier.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.casework.Draft;
import vn.giaoviec.casework.Evidence;
import vn.giaoviec.casework.WorkItem;
import vn.giaoviec.dossier.Dossier;
import vn.giaoviec.dossier.Words;

/** The tables of a case file: for spreadsheets and other programs. */
@Component
class CaseTables {
    private final ObjectMapper json;

    CaseTables(ObjectMapper json) {
        this.json = json;
    }

    /** Where a file of evidence stands: its name there is ours, its own name is only told. */
    static String entryOf(Evidence evidence) {
        String name = evidence.name();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return "evidence/" + evidence.id() + '.' + (ending.matches("[a-z0-9]{1,8}") ? ending : "bin");
    }

    /** Who did what when, one row for each fact. */
    String timeline(Dossier dossier, Words words) {
        CsvText table = new CsvText()
                .row(List.of(
                        words.say("case.audit.when"),
                        words.say("caseFile.realTime"),
                        words.say("case.audit.who"),
                        words.say("caseFile.account"),
                        words.say("case.audit.what"),
                        words.say("case.audit.refused"),
                        words.say("caseFile.facts")));
        for (Entry entry : dossier.entries()) {
            table.row(List.of(
                    words.time(entry.businessTime()),
                    words.time(entry.realTime()),
                    words.person(entry.actor(), entry.actingFor()),
                    Objects.requireNonNullElse(entry.actor(), ""),
                    words.or("fact." + entry.action(), entry.action()),
                    entry.refused() ? words.say("case.audit.refused") : "",
                    entry.facts()));
        }
        return table.toString();
    }

    /** Every file that was brought, those taken back too. */
    String evidence(Dossier dossier, Words words) {
        CsvText table = new CsvText()
                .row(List.of(
                        words.say("caseFile.entry"),
                        words.say("caseFile.name"),
                        words.say("caseFile.size"),
                        words.say("caseFile.sha256"),
                        words.say("case.audit.when"),
                        words.say("case.audit.who"),
                        words.say("caseFile.note")));
        for (Evidence file : dossier.evidence()) {
            table.row(List.of(
                    entryOf(file),
                    file.name(),
                    Long.toString(file.size()),
                    file.sha256(),
                    words.time(file.keptAt()),
                    words.person(file.person()),
                    file.frozen() ? "" : words.say("caseFile.loose")));
        }
        for (Entry entry : dossier.entries()) {
            if (entry.action().equals("EvidenceTakenBack")) {
                JsonNode facts = read(entry.facts());
                table.row(List.of(
                        "",
                        facts.path("name").asText(),
                        "",
                        facts.path("sha256").asText(),
                        words.time(entry.businessTime()),
                        words.person(entry.actor()),
                        words.or("fact.EvidenceTakenBack", "")));
            }
        }
        return table.toString();
    }

    /** What was handed in with each step. */
    String forms(Dossier dossier) {
        List<Form> forms = dossier.steps().stream()
                .filter(step -> dossier.handedIn().containsKey(step.taskId()))
                .map(step ->
                        form(step, Objects.requireNonNull(dossier.handedIn().get(step.taskId()))))
                .toList();
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(forms) + '\n';
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static Form form(WorkItem step, Draft draft) {
        return new Form(
                step.taskId(),
                step.process(),
                step.element(),
                step.name(),
                step.runNumber(),
                step.completedBy(),
                step.actingFor(),
                step.endedAt() == null ? null : step.endedAt().toString(),
                step.outcome(),
                step.reason(),
                new TreeMap<>(draft.fields()));
    }

    private JsonNode read(String facts) {
        try {
            return json.readTree(facts);
        } catch (JsonProcessingException broken) {
            return json.createObjectNode(); // somebody changed it; verification says so
        }
    }

    /**
     * One form as it was handed in.
     *
     * @param taskId the step
     * @param process its process
     * @param element its id in the model
     * @param name its name
     * @param run the run of the case
     * @param completedBy who handed it in
     * @param actingFor in whose name, or null if in the own one
     * @param completedAt when (business time), ISO 8601
     * @param outcome the option chosen
     * @param reason the reason given
     * @param fields what was typed
     */
    record Form(
            String taskId,
            String process,
            String element,
            String name,
            int run,
            @Nullable String completedBy,
            @Nullable String actingFor,
            @Nullable String completedAt,
            @Nullable String outcome,
            @Nullable String reason,
            Map<String, String> fields) {}
}
