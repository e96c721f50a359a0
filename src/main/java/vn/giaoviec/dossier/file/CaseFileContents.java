package vn.giaoviec.dossier.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.CaseLedger.CaseFile;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.Evidence;
import vn.giaoviec.casework.KeepEvidence;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.dossier.Dossier;
import vn.giaoviec.dossier.Words;
import vn.giaoviec.dossier.paper.SummaryPaper;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.workflow.Trail;
import vn.giaoviec.workflow.Workflow;

/** What stands in a case file beside the ledger. */
@Component
class CaseFileContents {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final CaseHistory history;
    private final KeepEvidence keepEvidence;
    private final Plans plans;
    private final Directory directory;
    private final Contributions contributions;
    private final AuditLog audit;
    private final Workflow workflow;
    private final CaseTables tables;
    private final MessageSource messages;

    CaseFileContents(
            CaseHistory history,
            KeepEvidence keepEvidence,
            Plans plans,
            Directory directory,
            Contributions contributions,
            AuditLog audit,
            Workflow workflow,
            CaseTables tables,
            MessageSource messages) {
        this.history = history;
        this.keepEvidence = keepEvidence;
        this.plans = plans;
        this.directory = directory;
        this.contributions = contributions;
        this.audit = audit;
        this.workflow = workflow;
        this.tables = tables;
        this.messages = messages;
    }

    void write(CaseFile file, CaseKey key, Locale reader) throws IOException {
        Dossier dossier = gather(key);
        Words words = new Words(messages, reader, dossier.people());
        file.add("README.txt", readMe(VIETNAMESE) + "\n\n" + readMe(Locale.ENGLISH));
        file.add(
                "summary.pdf",
                SummaryPaper.of(dossier, words, words.say("paper.seal", file.links(), file.checkpoint(), file.root())));
        file.add("timeline.csv", tables.timeline(dossier, words));
        file.add("forms.json", tables.forms(dossier));
        file.add("evidence.csv", tables.evidence(dossier, words));
        diagrams(file, key);
        for (Evidence evidence : dossier.evidence()) {
            file.addEvidence(CaseTables.entryOf(evidence), out -> keepEvidence.copy(evidence, out));
        }
        file.finish();
    }

    private Dossier gather(CaseKey key) {
        return new Dossier(
                history.find(key).orElseThrow(),
                plans.assignment(key.year(), key.assignment()).orElseThrow(),
                directory.units().stream().collect(Collectors.toMap(unit -> unit.code(), unit -> unit.name())),
                directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)),
                history.steps(key),
                history.handedIn(key),
                history.evidence(key),
                history.progress(key),
                history.moves(key),
                history.orders(key),
                history.extensions(key),
                contributions.of(key),
                audit.of(key));
    }

    private String readMe(Locale language) {
        return messages.getMessage("caseFile.readMe", null, language);
    }

    private void diagrams(CaseFile file, CaseKey key) throws IOException {
        List<Trail> trails = workflow.trail(key);
        for (int i = 0; i < trails.size(); i++) {
            Trail trail = trails.get(i);
            Optional<InputStream> model = workflow.model(trail.definition());
            if (model.isPresent()) {
                byte[] xml;
                try (InputStream in = model.get()) {
                    xml = in.readAllBytes();
                }
                String name = "diagram/%02d-%s".formatted(i + 1, trail.process().replaceAll("[^A-Za-z0-9-]", "-"));
                file.add(name + ".bpmn", xml);
                file.add(name + ".svg", new DiagramPicture(trail).of(xml));
            }
        }
    }
}
