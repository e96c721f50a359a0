package vn.giaoviec.audit.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.audit.proof.Container.Malformed;

/** Reads one case file and names what does not fit: the signed list of entries, and within it the ledger itself. */
public final class CaseFileVerification {
    static final String MANIFEST = "manifest.txt";
    static final String SIGNATURE = "manifest.sig";

    /** The signed note of a checkpoint. */
    public static final String CHECKPOINT = "checkpoint.txt";

    /** A {@link LinkProof} on each line. */
    public static final String PROOFS = "proofs.txt";

    /** A {@link FactLine} on each line. */
    public static final String FACTS = "facts.jsonl";

    /** Files of evidence: {@code evidence/<id>.<ending>}. */
    public static final String EVIDENCE = "evidence/";

    private final CaseFileReader file;
    private final List<PublicKey> keys;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<String, Bytes> digests = new LinkedHashMap<>();

    private CaseFileVerification(CaseFileReader file, List<PublicKey> keys) {
        this.file = file;
        this.keys = keys;
    }

    /** The entry that holds the canonical bytes of a link. */
    public static String entryOf(long seq) {
        return "links/%06d.txt".formatted(seq);
    }

    /**
     * Verifies a case file.
     *
     * @param keys of which one signed it
     * @param witness a copy of the checkpoints that must have the file's; null if there is none to ask
     * @throws IOException if it cannot be read
     */
    public static Result of(Path path, List<PublicKey> keys, @Nullable Witness witness) throws IOException {
        try (CaseFileReader file = CaseFileReader.open(path)) {
            return new CaseFileVerification(file, keys).run(witness);
        } catch (Malformed malformed) {
            return new Result(
                    "", 0, 0, List.of(new Finding(Finding.Kind.CONTAINER_CHANGED, printable(malformed.place()))));
        }
    }

    private Result run(@Nullable Witness witness) throws IOException, Malformed {
        CaseFileNote note = note();
        if (note == null) {
            return new Result("", 0, 0, List.copyOf(findings));
        }
        manifest(note);
        Checkpoint checkpoint = checkpoint(note, witness);
        if (checkpoint != null) {
            new CaseFileLedger(file, note, checkpoint, digests, this::found).check();
        }
        return new Result(printable(note.stream()), note.links(), note.checkpoint(), List.copyOf(findings));
    }

    private @Nullable CaseFileNote note() throws IOException, Malformed {
        String written = file.text(SIGNATURE, Container.LARGEST_LINK);
        if (written == null) {
            found(Finding.Kind.ENTRY_MISSING, SIGNATURE);
            return null;
        }
        try {
            CaseFileNote note = CaseFileNote.read(written);
            if (!SignedNote.signedOnceBy(written, keys)) {
                found(Finding.Kind.MANIFEST_UNSIGNED, SIGNATURE);
            }
            return note;
        } catch (IllegalArgumentException malformed) {
            found(Finding.Kind.MANIFEST_UNSIGNED, SIGNATURE);
            return null;
        }
    }

    /** Every entry is listed once, in its order, and nothing else is there. */
    private void manifest(CaseFileNote note) throws IOException, Malformed {
        Bytes content = file.content(MANIFEST, Container.LARGEST_TEXT);
        if (content == null) {
            found(Finding.Kind.ENTRY_MISSING, MANIFEST);
            return;
        }
        if (!Digests.sha256(content).equals(note.manifest())) {
            found(Finding.Kind.ENTRY_CHANGED, MANIFEST);
        }
        for (String name : file.names()) {
            digests.put(name, file.digest(name));
        }
        List<String> listed = new ArrayList<>();
        for (String line : content.text().lines().toList()) {
            String[] parts = line.split(" ", 3);
            String name = parts.length == 3 ? parts[2] : line;
            listed.add(name);
            Bytes digest = digests.get(name);
            if (digest == null) {
                found(Finding.Kind.ENTRY_MISSING, name);
            } else if (!line.equals(digest.hex() + ' ' + file.size(name) + ' ' + name)) {
                found(Finding.Kind.ENTRY_CHANGED, name);
            }
        }
        listed.add(MANIFEST);
        listed.add(SIGNATURE);
        List<String> there = List.copyOf(file.names());
        if (!there.equals(listed)) {
            Set<String> known = new HashSet<>(listed);
            there.stream().filter(name -> !known.contains(name)).forEach(name -> found(Finding.Kind.ENTRY_ADDED, name));
            found(Finding.Kind.ENTRY_CHANGED, MANIFEST); // if it is the order alone
        }
    }

    private @Nullable Checkpoint checkpoint(CaseFileNote note, @Nullable Witness witness)
            throws IOException, Malformed {
        String written = file.text(CHECKPOINT, Container.LARGEST_LINK);
        if (written == null) {
            found(Finding.Kind.ENTRY_MISSING, CHECKPOINT);
            return null;
        }
        try {
            Checkpoint checkpoint = Checkpoint.read(written, keys);
            if (checkpoint.size() != note.checkpoint()) {
                found(Finding.Kind.CHECKPOINT_CHANGED, CHECKPOINT);
            } else if (witness != null && !written.equals(witness.notes().get(checkpoint.size()))) {
                found(Finding.Kind.CHECKPOINT_UNKNOWN, CHECKPOINT);
            }
            return checkpoint;
        } catch (IllegalArgumentException unsigned) {
            found(Finding.Kind.CHECKPOINT_UNSIGNED, CHECKPOINT);
            return null;
        }
    }

    private void found(Finding.Kind kind, String place) {
        // one change shows in several ways: the first is the nearest to it
        if (broken.add(place)) {
            findings.add(new Finding(kind, printable(place)));
        }
    }

    /** Words of a stranger's file, on the screen of who verifies it. */
    private static String printable(String place) {
        String plain = place.replaceAll("[^\\p{L}\\p{N} /._#@-]", "?");
        return plain.length() <= Container.LONGEST_NAME ? plain : plain.substring(0, Container.LONGEST_NAME);
    }

    /**
     * What a verification found.
     *
     * @param stream the case's key, as the file says; empty if it says none
     * @param links how many links it says it has
     * @param checkpoint how many links its checkpoint covers
     * @param findings what does not fit; empty if the file is as it was exported
     */
    public record Result(String stream, long links, long checkpoint, List<Finding> findings) {}
}
