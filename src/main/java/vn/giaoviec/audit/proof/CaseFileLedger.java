package vn.giaoviec.audit.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.audit.proof.Container.Malformed;

/**
 * The ledger within a case file, against its checkpoint: whoever has the key and signs another list of entries still
 * cannot put other links, facts or files under a checkpoint that was signed before.
 */
final class CaseFileLedger {
    private final CaseFileReader file;
    private final CaseFileNote note;
    private final Checkpoint checkpoint;
    private final Map<String, Bytes> digests;
    private final BiConsumer<Finding.Kind, String> findings;

    /** By evidence id the SHA-256 under which it was handed in, without what was taken back. */
    private final Map<String, String> evidence = new TreeMap<>();

    private final Erasures erasures = new Erasures();

    /**
     * @param digests SHA-256 of each entry
     */
    CaseFileLedger(
            CaseFileReader file,
            CaseFileNote note,
            Checkpoint checkpoint,
            Map<String, Bytes> digests,
            BiConsumer<Finding.Kind, String> findings) {
        this.file = file;
        this.note = note;
        this.checkpoint = checkpoint;
        this.digests = digests;
        this.findings = findings;
    }

    /** From the beginning, without a gap, link by link; ends at the first that does not fit. */
    void check() throws IOException, Malformed {
        Iterator<String> proofs = lines(CaseFileVerification.PROOFS).iterator();
        Iterator<String> facts = lines(CaseFileVerification.FACTS).iterator();
        Bytes hash = Link.beginning();
        for (long seq = 1; seq <= note.links(); seq++) {
            String entry = CaseFileVerification.entryOf(seq);
            Bytes content = file.content(entry, Container.LARGEST_LINK);
            if (content == null) {
                findings.accept(Finding.Kind.LINK_MISSING, entry);
                return;
            }
            Link link = read(content);
            if (link == null || link.seq() != seq || !link.stream().equals(note.stream())) {
                findings.accept(Finding.Kind.LINK_CHANGED, entry);
                return;
            }
            hash = Link.hash(hash, content);
            if (!proofs.hasNext() || !proves(proofs.next(), seq, hash)) {
                findings.accept(Finding.Kind.PROOF_WRONG, entry);
                return;
            }
            if (!facts(link, facts)) {
                return;
            }
        }
        nothingBeyond(proofs, facts);
        erasures.differing((kind, fact) -> findings.accept(kind, CaseFileVerification.FACTS + " #" + fact));
        files();
    }

    private void nothingBeyond(Iterator<String> proofs, Iterator<String> facts) {
        if (note.links() < 1 || proofs.hasNext()) {
            findings.accept(Finding.Kind.PROOF_WRONG, CaseFileVerification.PROOFS);
        }
        if (facts.hasNext()) {
            findings.accept(Finding.Kind.FACT_ADDED, CaseFileVerification.FACTS);
        }
        String next = CaseFileVerification.entryOf(note.links() + 1);
        if (file.has(next)) {
            findings.accept(Finding.Kind.LINK_ADDED, next);
        }
    }

    private static @Nullable Link read(Bytes content) {
        try {
            return Link.read(content);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private boolean proves(String line, long seq, Bytes hash) {
        try {
            LinkProof proof = LinkProof.read(line);
            return proof.seq() == seq
                    && MerkleTree.proves(hash, proof.leaf(), checkpoint.size(), proof.path(), checkpoint.root());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Each fact that a link names stands there once, in order. */
    private boolean facts(Link link, Iterator<String> lines) {
        for (int number = 1; number <= link.facts().size(); number++) {
            String place = CaseFileVerification.FACTS + " #" + link.seq() + "." + number;
            if (!lines.hasNext()) {
                findings.accept(Finding.Kind.FACT_MISSING, place);
                return false;
            }
            if (!fits(lines.next(), link, number)) {
                findings.accept(Finding.Kind.FACT_CHANGED, place);
                return false;
            }
        }
        return true;
    }

    private boolean fits(String line, Link link, int number) {
        try {
            FactLine fact = FactLine.read(line);
            Link.Fact named = link.facts().get(number - 1);
            if (fact.seq() != link.seq() || fact.number() != number) {
                return false;
            }
            if (fact.isErased()) {
                erasures.erased(FactLine.name(fact.seq(), number));
                return true;
            }
            if (!Digests.fact(fact.salt(), fact.facts()).equals(named.digest())) {
                return false;
            }
            if (named.action().equals(FactLine.ERASURE) && !named.refused()) {
                FactLine.erasedBy(fact.facts()).forEach(erasures::ordered);
            } else if (named.action().equals("EvidenceKept") && !named.refused()) {
                evidence.put(FactLine.field(fact.facts(), "id"), FactLine.field(fact.facts(), "sha256"));
            } else if (named.action().equals("EvidenceTakenBack") && !named.refused()) {
                evidence.remove(FactLine.field(fact.facts(), "id"));
            }
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** What was handed in and not taken back is there, as it was, and nothing else. */
    private void files() {
        digests.forEach((name, digest) -> {
            if (name.startsWith(CaseFileVerification.EVIDENCE)) {
                int dot = name.indexOf('.');
                String id = name.substring(CaseFileVerification.EVIDENCE.length(), dot < 0 ? name.length() : dot);
                String handedIn = evidence.remove(id);
                if (handedIn == null || !handedIn.equals(digest.hex())) {
                    findings.accept(Finding.Kind.EVIDENCE_CHANGED, name);
                }
            }
        });
        evidence.keySet()
                .forEach(id -> findings.accept(Finding.Kind.EVIDENCE_CHANGED, CaseFileVerification.EVIDENCE + id));
    }

    private List<String> lines(String entry) throws IOException, Malformed {
        String text = file.text(entry, Container.LARGEST_TEXT);
        if (text == null) {
            findings.accept(Finding.Kind.ENTRY_MISSING, entry);
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
