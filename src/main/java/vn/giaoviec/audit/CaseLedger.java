package vn.giaoviec.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.giaoviec.audit.CaseLedgerQuery.Stored;
import vn.giaoviec.audit.proof.Bytes;
import vn.giaoviec.audit.proof.CaseFileVerification;
import vn.giaoviec.audit.proof.CaseFileWriter;
import vn.giaoviec.audit.proof.FactLine;
import vn.giaoviec.audit.proof.InclusionProofs;
import vn.giaoviec.audit.proof.LinkProof;
import vn.giaoviec.shared.CaseKey;

/** What the audit holds of one case, in the form in which it is handed to others. */
@Service
public class CaseLedger {
    private static final int AT_ONCE = 10_000;

    private final CaseLedgerQuery query;
    private final SealTable seals;
    private final Seal seal;
    private final KeyFile keyFile;

    CaseLedger(CaseLedgerQuery query, SealTable seals, Seal seal, KeyFile keyFile) {
        this.query = query;
        this.seals = seals;
        this.seal = seal;
        this.keyFile = keyFile;
    }

    /** Seals all that is committed by now, so that what comes next can be proven. */
    public void seal() throws IOException {
        seal.seal();
    }

    /**
     * Begins a case file, with what the running transaction sees of the case's ledger; it should be one that sees one state
     * of all tables.
     *
     * @param out where it goes; not closed
     * @return empty, with nothing written, if a link of the case is not sealed yet
     */
    public Optional<CaseFile> begin(CaseKey key, OutputStream out) {
        List<Stored> links = query.links(key.toString());
        return links.stream().allMatch(Stored::isSealed)
                ? seals.last().map(last -> new CaseFile(new CaseFileWriter(out), key, links, last))
                : Optional.empty();
    }

    private List<LinkProof> proofs(List<Stored> links, long size) {
        InclusionProofs proofs =
                new InclusionProofs(links.stream().map(Stored::leaf).toList());
        for (long from = 0; from < size; from += AT_ONCE) {
            query.leaves(from, Math.min(size, from + AT_ONCE)).forEach(proofs::add);
        }
        var paths = proofs.finish();
        return links.stream()
                .map(link -> new LinkProof(link.seq(), link.leaf(), paths.getOrDefault(link.leaf(), List.of())))
                .toList();
    }

    /** Something that writes the same bytes each time. */
    public interface Content {
        /** Writes all of it. */
        void to(OutputStream out) throws IOException;
    }

    /** A case file under way. */
    public final class CaseFile {
        private final CaseFileWriter writer;
        private final CaseKey key;
        private final List<Stored> links;
        private final SealTable.Sealed last;

        private CaseFile(CaseFileWriter writer, CaseKey key, List<Stored> links, SealTable.Sealed last) {
            this.writer = writer;
            this.key = key;
            this.links = links;
            this.last = last;
        }

        /** How many links the case has. */
        public int links() {
            return links.size();
        }

        /** How many links of all cases the checkpoint covers. */
        public long checkpoint() {
            return last.tree().size();
        }

        /** The root that the checkpoint signs, in Base64. */
        public String root() {
            return last.tree().root().base64();
        }

        /** Adds a text. */
        public void add(String name, String text) throws IOException {
            writer.add(name, Bytes.of(text));
        }

        /** Adds something in memory. */
        public void add(String name, byte[] content) throws IOException {
            writer.add(name, Bytes.of(content));
        }

        /** Adds a file of evidence; its bytes are asked for twice. */
        public void addEvidence(String name, Content content) throws IOException {
            writer.add(name, content::to);
        }

        /** Adds the ledger, and signs all that was added. */
        public void finish() throws IOException {
            for (Stored link : links) {
                writer.add(CaseFileVerification.entryOf(link.seq()), link.content());
            }
            add(
                    CaseFileVerification.PROOFS,
                    lines(proofs(links, checkpoint()).stream()
                            .map(LinkProof::line)
                            .toList()));
            add(CaseFileVerification.CHECKPOINT, last.note());
            add(
                    CaseFileVerification.FACTS,
                    lines(query.facts(key.toString()).stream()
                            .map(FactLine::line)
                            .toList()));
            writer.finish(keyFile.key(), key.toString(), links.size(), checkpoint());
        }

        private static String lines(List<String> lines) {
            return lines.stream().map(line -> line + '\n').collect(Collectors.joining());
        }
    }
}
