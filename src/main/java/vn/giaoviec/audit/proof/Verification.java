package vn.giaoviec.audit.proof;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole ledger once and names what does not fit. What it can see of links that no checkpoint covers yet is less:
 * whoever can write to the database can compute the end of a chain anew until it is sealed.
 */
public final class Verification {
    private static final int STREAMS_AT_ONCE = 200;

    /** The fact with which a case begins. */
    private static final String OPENED = "CaseOpened";

    private final LedgerQuery ledger;
    private final List<PublicKey> keys;
    private final @Nullable Witness witness;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();

    private final Map<String, String> evidence = new HashMap<>();
    private final Comparison rows = new Comparison();
    private final Erasures erasures = new Erasures();

    private String stream = "";
    private long seq;
    private Bytes previous = Link.beginning();
    private Bytes previousComputed = Link.beginning();
    private @Nullable Link link;
    private int factsSeen;
    private long links;
    private long sealed;

    private Verification(Connection connection, List<PublicKey> keys, @Nullable Witness witness) {
        this.ledger = new LedgerQuery(connection);
        this.keys = keys;
        this.witness = witness;
    }

    /**
     * Makes a connection read one state of all tables, however long the reading takes and whatever is written meanwhile,
     * until its transaction ends.
     */
    public static void fix(Connection connection) throws SQLException {
        LedgerQuery.fix(connection);
    }

    /**
     * Verifies a ledger. The connection is used for reading only.
     *
     * @param keys that sign checkpoints
     * @param witness the copy outside the database; without it, what it alone could tell is not found
     */
    public static Result of(Connection connection, List<PublicKey> keys, @Nullable Witness witness)
            throws SQLException {
        Verification verification = new Verification(connection, keys, witness);
        verification.run();
        return new Result(verification.links, verification.sealed, List.copyOf(verification.findings));
    }

    /**
     * Verifies one stream alone: its links, facts and rows, but neither its place under a seal nor its files.
     *
     * @return whether nothing was found
     */
    public static boolean isIntact(Connection connection, String stream) throws SQLException {
        Verification verification = new Verification(connection, List.of(), null);
        verification.streams(List.of(stream));
        return verification.findings.isEmpty();
    }

    private void streams(List<String> streams) throws SQLException {
        ledger.linksWithFacts(streams, this::linkOrFact);
        endOfLink();
        if (!rows.isEmpty()) {
            rows.with(ledger.rows(rows.cases()), this::found);
        }
        erasures.differing((kind, fact) -> found(kind, fact.substring(0, fact.lastIndexOf('.'))));
        erasures.startAnew();
    }

    private void run() throws SQLException {
        List<String> streams = ledger.streams();
        for (int from = 0; from < streams.size(); from += STREAMS_AT_ONCE) {
            streams(streams.subList(from, Math.min(from + STREAMS_AT_ONCE, streams.size())));
        }
        ledger.casesWithoutLinks(
                row -> found(Finding.Kind.ROW_ADDED, row.getString("name") + ' ' + row.getString("id")));
        ledger.counters(this::counter);
        ledger.looseFacts(row -> found(
                Finding.Kind.FACT_ADDED,
                row.getString("stream") == null
                        ? "audit_entry " + row.getLong("id")
                        : place(row.getString("stream"), row.getLong("seq"))));
        seals();
        EvidenceFiles files = new EvidenceFiles();
        ledger.evidence(files);
        files.missing();
    }

    private void linkOrFact(ResultSet row) throws SQLException {
        if (!row.getString("stream").equals(stream) || row.getLong("seq") != seq || links == 0) {
            endOfLink();
            beginLink(row);
        }
        if (row.getString("action") != null || row.getObject("number") != null) {
            fact(row);
        }
    }

    private void beginLink(ResultSet row) throws SQLException {
        links++;
        if (!row.getString("stream").equals(stream)) {
            stream = row.getString("stream");
            seq = 0;
            previous = Link.beginning();
            previousComputed = Link.beginning();
        }
        boolean gap = row.getLong("seq") != seq + 1;
        if (gap) {
            found(Finding.Kind.LINK_MISSING, place(stream, seq + 1));
        }
        seq = row.getLong("seq");
        factsSeen = 0;
        Bytes content = Bytes.of(row.getBytes("content"));
        Bytes hash = Bytes.of(row.getBytes("hash"));
        link = read(content);
        Bytes computed = Link.hash(previous, content);
        // of a link whose stored hash alone was changed the next one still stands on the right one
        boolean follows =
                computed.equals(hash) || Link.hash(previousComputed, content).equals(hash);
        if (link == null || !link.stream().equals(stream) || link.seq() != seq || (!follows && !gap)) {
            found(Finding.Kind.LINK_CHANGED, place(stream, seq));
        }
        Bytes sealedHash = LedgerQuery.bytes(row, "sealed");
        if (sealedHash != null && !sealedHash.equals(hash)) {
            found(Finding.Kind.CHAIN_FORGED, place(stream, seq));
        }
        previousComputed = computed;
        previous = hash;
    }

    private static @Nullable Link read(Bytes content) {
        try {
            return Link.read(content);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private void fact(ResultSet row) throws SQLException {
        Link of = link;
        if (of == null) {
            return; // the link itself is named already
        }
        int number = row.getInt("number");
        factsSeen++;
        if (number < 1 || number > of.facts().size()) {
            found(Finding.Kind.FACT_ADDED, place(stream, seq));
            return;
        }
        Link.Fact fact = of.facts().get(number - 1);
        if (fact.action().equals(Rows.FACT)) {
            if (of.facts().stream().anyMatch(opened -> opened.action().equals(OPENED))) {
                rows.opened(stream);
            }
            rows.left(stream, Objects.requireNonNullElse(row.getString("facts"), ""));
        }
        Bytes salt = LedgerQuery.bytes(row, "salt");
        String facts = row.getString("facts");
        String caseKey = row.getString("case_key");
        boolean erased = salt == null && FactLine.ERASED.equals(facts);
        boolean whole = (erased
                        || (salt != null
                                && facts != null
                                && Digests.fact(salt, facts).equals(fact.digest())))
                && fact.action().equals(row.getString("action"))
                && fact.refused() == row.getBoolean("refused")
                && Objects.equals(of.actor(), row.getString("actor"))
                && (stream.startsWith("@") ? caseKey == null : stream.equals(caseKey))
                && of.businessTime().equals(LedgerQuery.instant(row, "business_time"))
                && of.nodeTime().equals(LedgerQuery.instant(row, "real_time"));
        if (!whole || facts == null) {
            found(Finding.Kind.FACT_CHANGED, place(stream, seq));
        } else if (erased) {
            erasures.erased(place(stream, seq) + '.' + number);
        } else if (fact.action().equals(FactLine.ERASURE) && !fact.refused()) {
            FactLine.erasedBy(facts).forEach(name -> erasures.ordered(stream + " #" + name));
        } else if (fact.action().equals("EvidenceKept")) {
            evidence.put(FactLine.field(facts, "id"), FactLine.field(facts, "sha256"));
        } else if (fact.action().equals("EvidenceTakenBack")) {
            evidence.remove(FactLine.field(facts, "id"));
        }
    }

    private void endOfLink() {
        if (link != null && factsSeen < link.facts().size()) {
            found(Finding.Kind.FACT_MISSING, place(stream, seq));
        }
        link = null;
    }

    private void counter(ResultSet row) throws SQLException {
        long counted = row.getLong("seq");
        long last = row.getLong("last_seq");
        if (last < counted) {
            found(Finding.Kind.LINK_MISSING, place(row.getString("stream"), last + 1));
        } else {
            found(Finding.Kind.LINK_ADDED, place(row.getString("stream"), counted + 1));
        }
    }

    private void seals() throws SQLException {
        Map<Long, String> notes = new TreeMap<>();
        ledger.checkpoints(row -> notes.put(row.getLong("size"), row.getString("note")));
        Map<Long, String> copied = witness == null ? Map.of() : witness.notes();
        Map<Long, Checkpoint> checkpoints = new HashMap<>();
        notes.forEach((size, note) -> checkpoint(size, note, checkpoints));
        copied.forEach((size, note) -> {
            if (!note.equals(notes.get(size))) {
                checkpoint(size, note, checkpoints);
            }
        });
        Leaves leaves = new Leaves(checkpoints);
        ledger.leaves(leaves);
        sealed = leaves.tree.size();
        long longest = copied.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        if (longest > sealed) {
            found(Finding.Kind.ROLLED_BACK, sealed + " < " + longest);
        }
        copied.forEach((size, note) -> {
            if (size <= sealed && !note.equals(notes.get(size))) {
                found(Finding.Kind.CHECKPOINT_CHANGED, Long.toString(size));
            }
        });
        checkpoints.keySet().stream()
                .filter(size -> size > sealed && size > longest)
                .forEach(size -> found(Finding.Kind.CHECKPOINT_CHANGED, Long.toString(size)));
        if (sealed > 0 && !notes.containsKey(sealed) && !copied.containsKey(sealed)) {
            found(Finding.Kind.CHECKPOINT_CHANGED, Long.toString(sealed));
        }
    }

    private void checkpoint(long size, String note, Map<Long, Checkpoint> checkpoints) {
        try {
            Checkpoint checkpoint = Checkpoint.read(note, keys);
            if (checkpoint.size() == size) {
                checkpoints.put(size, checkpoint);
            } else {
                found(Finding.Kind.CHECKPOINT_CHANGED, Long.toString(size));
            }
        } catch (IllegalArgumentException unsigned) {
            found(Finding.Kind.CHECKPOINT_UNSIGNED, Long.toString(size));
        }
    }

    private void found(Finding.Kind kind, String place) {
        // one change shows in several ways: the first is the nearest to it
        if (broken.add(place)) {
            findings.add(new Finding(kind, place));
        }
    }

    private static String place(String stream, long seq) {
        return stream + " #" + seq;
    }

    /** Rebuilds the tree and compares it with what was signed and what was copied. */
    private final class Leaves implements LedgerQuery.Each {
        private final Map<Long, Checkpoint> checkpoints;
        private final MerkleTree tree = new MerkleTree();
        private Bytes previousRoot = tree.root();

        Leaves(Map<Long, Checkpoint> checkpoints) {
            this.checkpoints = checkpoints;
        }

        @Override
        public void take(ResultSet row) throws SQLException {
            Bytes hash = Bytes.of(row.getBytes("hash"));
            String sealedStream = row.getString("stream");
            long sealedSeq = row.getLong("seq");
            String place = place(sealedStream, sealedSeq);
            if (row.getString("link_stream") == null) {
                found(Finding.Kind.LINK_MISSING, place);
            } else if (!sealedStream.equals(row.getString("link_stream")) || sealedSeq != row.getLong("link_seq")) {
                found(Finding.Kind.LINK_CHANGED, place);
            }
            if (row.getLong("leaf") != tree.size()) {
                found(Finding.Kind.LEAF_CHANGED, "leaf " + tree.size());
            }
            if (witness != null && tree.size() < witness.leaves().size()) {
                Witness.Sealed copy = witness.leaves().get((int) tree.size());
                if (!copy.hash().equals(hash) || !copy.stream().equals(sealedStream) || copy.seq() != sealedSeq) {
                    found(
                            copy.stream().equals(sealedStream) && copy.seq() == sealedSeq
                                    ? Finding.Kind.CHAIN_FORGED
                                    : Finding.Kind.LEAF_CHANGED,
                            place(copy.stream(), copy.seq()));
                }
            }
            tree.add(hash);
            Checkpoint checkpoint = checkpoints.get(tree.size());
            if (checkpoint != null) {
                if (!checkpoint.root().equals(tree.root())
                        || !checkpoint.previous().equals(previousRoot)) {
                    found(Finding.Kind.CHECKPOINT_CHANGED, Long.toString(tree.size()));
                }
                previousRoot = checkpoint.root();
            }
        }
    }

    /** Hashes each file again. */
    private final class EvidenceFiles implements LedgerQuery.Each {
        private String file = "";
        private String place = "";
        private String expected = "";
        private MessageDigest digest = Digests.start();

        @Override
        public void take(ResultSet row) throws SQLException {
            if (!row.getString("id").equals(file)) {
                end();
                file = row.getString("id");
                place = row.getString("case_key") + " " + row.getString("name");
                expected = row.getString("sha256");
                digest = Digests.start();
                String handedIn = evidence.remove(file);
                if (handedIn != null && !handedIn.equals(expected)) {
                    expected = "";
                }
            }
            digest.update(row.getBytes("content"));
        }

        void end() {
            if (!file.isEmpty() && !Bytes.of(digest.digest()).hex().equals(expected)) {
                found(Finding.Kind.EVIDENCE_CHANGED, place);
            }
        }

        /** After the last row: what was handed in, not taken back, and is not there. */
        void missing() {
            end();
            evidence.keySet().forEach(id -> found(Finding.Kind.EVIDENCE_CHANGED, "casework_evidence " + id));
        }
    }

    /**
     * What a verification found.
     *
     * @param links how many links it read
     * @param sealed how many of them a checkpoint covers
     * @param findings what does not fit, the first in each stream first; empty if the ledger is intact
     */
    public record Result(long links, long sealed, List<Finding> findings) {}
}
