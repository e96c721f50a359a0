package vn.giaoviec.dossier.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.audit.CaseLedger;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;

/**
 * Exports cases as files that verify without us. That somebody exports is recorded and sealed first, so it stands in the
 * file itself. A file is staged whole on disk before its first byte goes: nobody receives half of one.
 */
@Service
public class ExportCaseFile {
    /** How many cases one file may hold: more than a plan has. */
    public static final int MOST_CASES = 200;

    private static final int ATTEMPTS = 5;

    private final CaseLedger ledger;
    private final CaseFileContents contents;
    private final CaseHistory history;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate recording;
    private final TransactionTemplate reading;

    ExportCaseFile(
            CaseLedger ledger,
            CaseFileContents contents,
            CaseHistory history,
            Directory directory,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.contents = contents;
        this.history = history;
        this.directory = directory;
        this.events = events;
        this.recording = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ); // one state of all tables
        reading.setReadOnly(true);
    }

    /**
     * One case.
     *
     * @throws Refusal if it is not the signed-in person's to export, there is none, or it changes faster than it is sealed
     */
    public StagedFile one(CaseKey key, Locale reader) throws IOException {
        record(Set.of(key));
        return ready(stage(key, reader));
    }

    /**
     * Several cases, each as a file of its own within one ZIP.
     *
     * @throws Refusal if one of them cannot be exported, or none or too many are named
     */
    public StagedFile several(List<CaseKey> keys, Locale reader) throws IOException {
        Set<CaseKey> distinct = new LinkedHashSet<>(keys);
        record(distinct);
        Path all = Files.createTempFile("case-files", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(all)))) {
            zip.setLevel(0); // deflating what is already packed, or signed as it is, gains little
            for (CaseKey key : distinct) {
                Path one = stage(key, reader);
                try {
                    zip.putNextEntry(new ZipEntry(fileName(key)));
                    Files.copy(one, zip);
                    zip.closeEntry();
                } finally {
                    Files.delete(one);
                }
            }
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(all);
            throw failed;
        }
        return ready(all);
    }

    /** What a case's file is called. */
    public static String fileName(CaseKey key) {
        return key.toString().replace('/', '_') + ".zip";
    }

    /**
     * Lets inspectors and the plan office pass.
     *
     * @param keys the cases that are asked for
     * @throws Refusal.Forbidden to everybody else
     */
    public void onlyExporters(Collection<CaseKey> keys) {
        Person me = directory.me();
        if (!me.in(Groups.INSPECTOR) && !me.in(Groups.PLAN_OFFICE)) {
            Refusal refusal = new Refusal.Forbidden("refusal.notYourExport");
            keys.forEach(refusal::about);
            throw refusal;
        }
    }

    private void record(Set<CaseKey> keys) {
        onlyExporters(keys);
        if (keys.isEmpty() || keys.size() > MOST_CASES) {
            throw new Refusal("refusal.casesToExport", MOST_CASES);
        }
        recording.executeWithoutResult(status -> keys.forEach(key -> {
            if (history.find(key).isEmpty()) {
                throw new Refusal.NotFound("refusal.noCase", key);
            }
            events.publishEvent(new CaseFileExported(key));
        }));
    }

    /** Whoever works on the case meanwhile adds links that are not sealed: then once more, with these. */
    private Path stage(CaseKey key, Locale reader) throws IOException {
        Path file = Files.createTempFile("case-file", ".zip");
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                ledger.seal();
                if (Boolean.TRUE.equals(reading.execute(status -> write(key, file, reader)))) {
                    return file;
                }
            }
            throw new Refusal.Conflict("refusal.caseKeepsChanging").about(key);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private boolean write(CaseKey key, Path file, Locale reader) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Optional<CaseLedger.CaseFile> begun = ledger.begin(key, out);
            if (begun.isPresent()) {
                contents.write(begun.get(), key, reader);
            }
            return begun.isPresent();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static StagedFile ready(Path file) throws IOException {
        long size = Files.size(file);
        return new StagedFile(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), size);
    }
}
