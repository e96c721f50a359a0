package vn.giaoviec.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.BroughtFile;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.Workflow;

/**
 * Keeps the files that prove a step was done, in our own schema: one backup and one transaction hold everything. The
 * engine's attachments are no place for them, since they know no rights.
 */
@Service
public class KeepEvidence {
    private static final int MOST_FILES = 20;

    private final Workflow workflow;
    private final Directory directory;
    private final StepAccess stepAccess;
    private final EvidenceTable table;
    private final OpenedEvidenceTable opened;
    private final CaseTable cases;
    private final WorkItemTable items;
    private final CaseAccess access;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    KeepEvidence(
            Workflow workflow,
            Directory directory,
            StepAccess stepAccess,
            EvidenceTable table,
            OpenedEvidenceTable opened,
            CaseTable cases,
            WorkItemTable items,
            CaseAccess access,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.workflow = workflow;
        this.directory = directory;
        this.stepAccess = stepAccess;
        this.table = table;
        this.opened = opened;
        this.cases = cases;
        this.items = items;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Keeps a file for a step that the signed-in person may work.
     *
     * @param taskId the step
     * @param fileName the file's name as the person knows it
     * @param content its bytes; read once, in pieces
     * @throws Refusal if the step is gone or not the person's, or the file is empty, too large or of no allowed type
     */
    @Transactional(rollbackFor = IOException.class)
    public Evidence keep(String taskId, String fileName, InputStream content) throws IOException {
        Person me = directory.me();
        OpenStep step = workflow.openStep(taskId).orElseThrow(() -> new Refusal.Conflict("refusal.stepIsGone"));
        stepAccess.check(step, me);
        cases.lock(step.caseKey()); // a completion relies on the file or came before it
        if (!items.waits(taskId)) {
            throw new Refusal.Conflict("refusal.stepIsGone");
        }
        if (table.of(taskId, me.id()).size() >= MOST_FILES) {
            throw new Refusal("refusal.tooManyFiles", MOST_FILES);
        }
        try (content) {
            BroughtFile file = BroughtFile.of(fileName, content);
            Evidence begun = new Evidence(
                    randomId(),
                    step.caseKey(),
                    taskId,
                    me.id(),
                    file.name(),
                    file.mediaType(),
                    0,
                    "",
                    clock.instant(),
                    false);
            table.begin(begun);
            BroughtFile.Content read = file.read((number, chunk) -> table.append(begun.id(), number, chunk));
            table.finish(begun.id(), read.size(), read.sha256());
            events.publishEvent(
                    new EvidenceKept(begun.caseKey(), begun.id(), begun.name(), read.size(), read.sha256()));
            return begun.holding(read);
        }
    }

    /**
     * Takes a file back that the signed-in person brought for a step not completed yet.
     *
     * @throws Refusal if there is no such file, it is not the person's, or a completed step relies on it
     */
    @Transactional
    public void takeBack(String id) {
        Evidence evidence = table.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.noEvidence"));
        if (!evidence.person().equals(directory.me().id())) {
            throw new Refusal.Forbidden("refusal.notYourEvidence");
        }
        cases.lock(evidence.caseKey()); // a completion that relies on the file comes before or after, not in between
        if (!table.remove(id)) {
            throw new Refusal.Conflict("refusal.evidenceIsFrozen");
        }
        events.publishEvent(new EvidenceTakenBack(evidence.caseKey(), id, evidence.name(), evidence.sha256()));
    }

    /**
     * A file that the signed-in person may read, and now opens: that is remembered.
     *
     * @throws Refusal if there is none, or its case is not the person's to read
     */
    public Evidence readable(String id) {
        Evidence evidence = table.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.noEvidence"));
        access.readable(evidence.caseKey(), "evidence");
        opened.opened(id, directory.me().id(), clock.instant());
        return evidence;
    }

    /** The first bytes of a file, all of them if it is no larger than a megabyte. */
    public byte[] beginning(Evidence evidence) {
        return table.chunk(evidence.id(), 0).orElseThrow();
    }

    /** Writes the bytes of a file. */
    public void copy(Evidence evidence, OutputStream out) throws IOException {
        table.copy(evidence.id(), out);
    }

    private String randomId() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /**
     * A file was kept as evidence.
     *
     * @param caseKey the case
     * @param id the evidence
     * @param name the file's name
     * @param size in bytes
     * @param sha256 SHA-256 of its bytes
     */
    record EvidenceKept(CaseKey caseKey, String id, String name, long size, String sha256) implements Recorded {}

    /**
     * A file was taken back before its step was completed.
     *
     * @param caseKey the case
     * @param id the evidence
     * @param name the file's name
     * @param sha256 SHA-256 of its bytes
     */
    record EvidenceTakenBack(CaseKey caseKey, String id, String name, String sha256) implements Recorded {}
}
