package vn.giaoviec.audit.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Knows how a case file is made, and forges it: in its container, in its entries, in the ledger within it; without the
 * key, with another one, and, where a checkpoint still binds, with the very key.
 */
final class CaseFileForger {
    private static final String PROOFS = CaseFileVerification.PROOFS;
    private static final String FACTS = CaseFileVerification.FACTS;
    private static final String CHECKPOINT = CaseFileVerification.CHECKPOINT;
    private static final String MANIFEST = CaseFileVerification.MANIFEST;
    private static final String SIGNATURE = CaseFileVerification.SIGNATURE;
    /** Where the genuine container's end begins, counted from behind. */
    private static final int END = Container.END;

    private final byte[] file;
    private final CaseFileParts genuine;
    private final CaseFileParts older;
    private final CaseFileParts other;
    private final SealingKey key;
    private final SealingKey strange;
    private final Random random;

    /** What a forger may do, by name. */
    final Map<String, Forgery> kinds = new LinkedHashMap<>();

    /** Makes one forged file. */
    interface Forgery {
        byte[] make();
    }

    /**
     * @param older a file of the same case, exported before
     * @param other a file of another case
     * @param key the sealing key, for whom it was stolen
     */
    CaseFileForger(byte[] file, byte[] older, byte[] other, SealingKey key, Random random) {
        this.file = file;
        this.genuine = CaseFileParts.of(file);
        this.older = CaseFileParts.of(older);
        this.other = CaseFileParts.of(other);
        this.key = key;
        this.strange = SealingKey.generate(key.publicKey().name());
        this.random = random;
        bytes();
        entries();
        container();
        ledger();
        withTheKey();
    }

    /** Somewhere in the file, blindly. */
    private void bytes() {
        kinds.put("a byte", () -> changed(file, random.nextInt(file.length)));
        kinds.put("many bytes", () -> {
            byte[] forged = file.clone();
            for (int i = 0; i < 20; i++) {
                forged = changed(forged, random.nextInt(forged.length));
            }
            return forged;
        });
        kinds.put("a piece taken out", () -> {
            int from = random.nextInt(file.length - 10);
            return joined(part(file, 0, from), part(file, from + 1 + random.nextInt(9), file.length));
        });
        kinds.put("a piece doubled", () -> {
            int from = random.nextInt(file.length - 10);
            return joined(part(file, 0, from + 9), part(file, from, file.length));
        });
        kinds.put("cut", () -> part(file, 0, random.nextInt(file.length)));
        kinds.put("junk before", () -> joined(junk(), file));
        kinds.put("junk behind", () -> joined(file, junk()));
        kinds.put("junk alone", this::junk);
    }

    /** What is in it, in an honest container. */
    private void entries() {
        for (String one : List.of(
                "README.txt",
                "summary.pdf",
                "timeline.csv",
                "forms.json",
                "evidence.csv",
                "diagram/01-resources.bpmn",
                "diagram/01-resources.svg",
                PROOFS,
                CHECKPOINT,
                FACTS,
                MANIFEST,
                SIGNATURE)) {
            kinds.put("changed " + one, () -> edited(one).zip());
            kinds.put("emptied " + one, () -> genuine.copy().put(one, "").zip());
        }
        kinds.put("changed a link", () -> edited(anyLink()).zip());
        kinds.put("changed evidence", () -> edited(anyEvidence()).zip());
        kinds.put("changed and listed", () -> edited(anyListed()).listedAnew());
        kinds.put("dropped", () -> without(anyEntry()).zip());
        kinds.put("dropped and unlisted", () -> without(anyListed()).listedAnew());
        kinds.put("added", () -> genuine.copy()
                .put("evidence/" + "0".repeat(32) + ".txt", "x")
                .zip());
        kinds.put("added and listed", () -> genuine.copy().put("note.txt", "x").listedAnew());
        kinds.put("renamed", () -> renamed(anyEntry()).zip());
        kinds.put("renamed and listed", () -> renamed(anyListed()).listedAnew());
        kinds.put("swapped", () -> swapped().zip());
        kinds.put("swapped and listed", () -> swapped().listedAnew());
        kinds.put("in another order", () -> {
            List<Map.Entry<String, byte[]>> order = new ArrayList<>(genuine.entries.entrySet());
            int at = random.nextInt(order.size() - 1);
            Collections.swap(order, at, at + 1);
            return CaseFileParts.zip(order);
        });
        kinds.put("twice the same name", () -> {
            List<Map.Entry<String, byte[]>> twice = new ArrayList<>(genuine.entries.entrySet());
            twice.add(random.nextInt(twice.size()), Map.entry(anyEntry(), new byte[] {1}));
            return CaseFileParts.zip(twice);
        });
        kinds.put("line of the manifest doubled", () -> {
            String line = genuine.text(MANIFEST).lines().findFirst().orElseThrow();
            return genuine.copy()
                    .put(MANIFEST, line + "\n" + genuine.text(MANIFEST))
                    .zip();
        });
        kinds.put("a second signature", () -> genuine.copy()
                .put(SIGNATURE, genuine.text(SIGNATURE) + strange.signature("x"))
                .zip());
        kinds.put(
                "the checkpoint as signature",
                () -> genuine.copy().put(SIGNATURE, genuine.bytes(CHECKPOINT)).zip());
        kinds.put(
                "no UTF-8",
                () -> genuine.copy().put(FACTS, new byte[] {(byte) 0xC3, 0x28}).zip());
    }

    /** Two ways to read it, or none. */
    private void container() {
        kinds.put("packed again", () -> packed(ZipEntry.DEFLATED));
        kinds.put("packed again, stored", () -> packed(ZipEntry.STORED));
        kinds.put("a comment", () -> {
            byte[] forged = joined(file, "hi".getBytes(StandardCharsets.US_ASCII));
            forged[file.length - 2] = 2;
            return forged;
        });
        kinds.put("two ends", () -> joined(file, part(file, file.length - END, file.length)));
        kinds.put("a name that leads out", () -> bitten("README.txt", "../../.txt"));
        kinds.put("an absolute name", () -> bitten("README.txt", "/EADME.txt"));
        kinds.put("another name in the directory", () -> {
            byte[] forged = file.clone();
            forged[directory() + Container.CENTRAL] = 'X';
            return forged;
        });
        kinds.put("another name before the content", () -> {
            byte[] forged = file.clone();
            forged[Container.LOCAL] = 'X';
            return forged;
        });
        for (int at : new int[] {4, 6, 8, 10, 12, 14, 18, 22, 26, 28}) {
            kinds.put("local header at " + at, () -> changed(file, at + random.nextInt(2)));
            kinds.put("directory at " + at, () -> changed(file, directory() + at + 2 + random.nextInt(2)));
        }
        for (int at = 4; at < END; at += 2) {
            int place = at;
            kinds.put("end at " + at, () -> changed(file, file.length - END + place + random.nextInt(2)));
        }
        kinds.put("a descriptor", () -> {
            byte[] forged = file.clone();
            forged[6] |= 8;
            forged[directory() + 8] |= 8;
            return forged;
        });
        kinds.put("said to be deflated", () -> {
            byte[] forged = file.clone();
            forged[8] = 8;
            forged[directory() + 10] = 8;
            return forged;
        });
        kinds.put("a wrong checksum in both places", () -> {
            byte[] forged = file.clone();
            forged[14] ^= 1;
            forged[directory() + 16] ^= 1;
            return forged;
        });
        kinds.put("a gap", () -> {
            byte[] forged = joined(part(file, 0, directory()), new byte[4], part(file, directory(), file.length));
            ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(forged.length - 6, directory() + 4);
            return forged;
        });
        kinds.put("sizes without end", () -> {
            byte[] forged = file.clone();
            Arrays.fill(forged, directory() + 20, directory() + 28, (byte) 0xFF);
            return forged;
        });
        kinds.put("more entries than there are", () -> {
            byte[] forged = file.clone();
            Arrays.fill(forged, file.length - END + 8, file.length - END + 12, (byte) 0xFF);
            return forged;
        });
        kinds.put("no entries", () -> CaseFileParts.zip(List.of()));
    }

    /** Everything computed anew, but for the signature. */
    private void ledger() {
        kinds.put("another actor, chain computed anew", () -> actor(anySeq()).listedAnew());
        kinds.put("a fact with its digest", () -> fact(true).listedAnew());
        kinds.put("another salt", () -> salt().listedAnew());
        kinds.put("another case's links", () -> links(other).listedAnew());
        kinds.put("another case's file", () -> foreignEvidence().listedAnew());
        kinds.put(
                "another case's signature",
                () -> genuine.copy().put(SIGNATURE, other.bytes(SIGNATURE)).zip());
        kinds.put("another case's list and signature", () -> genuine.copy()
                .put(MANIFEST, other.bytes(MANIFEST))
                .put(SIGNATURE, other.bytes(SIGNATURE))
                .zip());
        kinds.put(
                "an older checkpoint",
                () -> genuine.copy().put(CHECKPOINT, older.bytes(CHECKPOINT)).listedAnew());
        kinds.put(
                "an older signature",
                () -> genuine.copy().put(SIGNATURE, older.bytes(SIGNATURE)).zip());
        kinds.put("the last link cut off", () -> {
            CaseFileParts cut = without(CaseFileVerification.entryOf(genuine.links()));
            String note = genuine.text(SIGNATURE);
            cut.put(SIGNATURE, note.replace("links " + genuine.links(), "links " + cut.links()));
            return cut.listedAnew();
        });
        kinds.put("signed by another key of the same name", () -> genuine.copy().signed(strange));
        kinds.put("sealed and signed by another key", () -> {
            CaseFileParts forged = genuine.copy();
            Checkpoint genuineOne = Checkpoint.read(genuine.text(CHECKPOINT), List.of(key.publicKey()));
            return forged.put(CHECKPOINT, genuineOne.note(strange)).signed(strange);
        });
        kinds.put("another actor, signed by another key", () -> actor(anySeq()).signed(strange));
        kinds.put("another case in the note", () -> genuine.copy()
                .put(SIGNATURE, genuine.text(SIGNATURE).replaceFirst("stream .", "stream 9"))
                .zip());
    }

    /** The list is signed by the right key, and the checkpoint is genuine: the ledger within gives it away. */
    private void withTheKey() {
        kinds.put("key: another actor", () -> actor(anySeq()).signed(key));
        kinds.put("key: a fact", () -> fact(false).signed(key));
        kinds.put("key: a fact with its digest", () -> fact(true).signed(key));
        kinds.put("key: another salt", () -> salt().signed(key));
        kinds.put("key: a fact dropped", () -> {
            List<String> lines = lines(FACTS);
            lines.remove(random.nextInt(lines.size()));
            return with(FACTS, lines).signed(key);
        });
        kinds.put("key: a fact erased by nobody", () -> {
            List<String> lines = lines(FACTS);
            int at = random.nextInt(lines.size());
            FactLine fact = FactLine.read(lines.get(at));
            lines.set(at, new FactLine(fact.seq(), fact.number(), FactLine.NO_SALT, FactLine.ERASED).line());
            return with(FACTS, lines).signed(key);
        });
        kinds.put("key: a fact doubled", () -> {
            List<String> lines = lines(FACTS);
            int at = random.nextInt(lines.size());
            lines.add(at, lines.get(at));
            return with(FACTS, lines).signed(key);
        });
        kinds.put("key: evidence changed", () -> edited(anyEvidence()).signed(key));
        kinds.put("key: evidence dropped", () -> without(anyEvidence()).signed(key));
        kinds.put("key: evidence added", () -> genuine.copy()
                .put("evidence/" + "0".repeat(32) + ".txt", "x")
                .signed(key));
        kinds.put("key: another case's evidence", () -> foreignEvidence().signed(key));
        kinds.put("key: evidence swapped", () -> {
            String first = names("evidence/").get(0);
            String last = names("evidence/").get(names("evidence/").size() - 1);
            return genuine.copy()
                    .put(first, genuine.bytes(last))
                    .put(last, genuine.bytes(first))
                    .signed(key);
        });
        kinds.put("key: a link dropped", () -> without(
                        CaseFileVerification.entryOf(1 + random.nextInt(genuine.links() - 1)))
                .signed(key));
        kinds.put("key: links swapped", () -> {
            int seq = 1 + random.nextInt(genuine.links() - 1);
            return genuine.copy()
                    .link(seq, genuine.link(seq + 1))
                    .link(seq + 1, genuine.link(seq))
                    .signed(key);
        });
        kinds.put("key: a link added", () -> {
            Link last = genuine.link(genuine.links());
            return genuine.copy()
                    .link(genuine.links() + 1, renumbered(last, last.seq() + 1))
                    .signed(key);
        });
        kinds.put("key: more links than said", () -> {
            Link last = genuine.link(genuine.links());
            return genuine.copy()
                    .link(genuine.links() + 1, renumbered(last, last.seq() + 1))
                    .signed(key, last.stream(), last.seq(), size());
        });
        kinds.put("key: another case's links", () -> links(other).signed(key));
        kinds.put("key: another case's name", () -> genuine.copy()
                .signed(key, other.link(1).stream(), genuine.links(), size()));
        kinds.put("key: no links", () -> genuine.copy().signed(key, genuine.link(1).stream(), 0, size()));
        kinds.put("key: an older checkpoint", () -> {
            CaseFileNote note = CaseFileNote.read(older.text(SIGNATURE));
            return genuine.copy()
                    .put(CHECKPOINT, older.bytes(CHECKPOINT))
                    .signed(key, note.stream(), genuine.links(), note.checkpoint());
        });
        kinds.put("key: another size", () -> genuine.copy()
                .signed(key, genuine.link(1).stream(), genuine.links(), size() + 1));
        kinds.put("key: another key's checkpoint", () -> genuine.copy()
                .put(
                        CHECKPOINT,
                        Checkpoint.read(genuine.text(CHECKPOINT), List.of(key.publicKey()))
                                .note(strange))
                .signed(key));
        kinds.put("key: proofs swapped", () -> {
            List<String> lines = lines(PROOFS);
            Collections.swap(lines, random.nextInt(lines.size() - 1), lines.size() - 1);
            return with(PROOFS, lines).signed(key);
        });
        kinds.put("key: a proof dropped", () -> {
            List<String> lines = lines(PROOFS);
            lines.remove(random.nextInt(lines.size()));
            return with(PROOFS, lines).signed(key);
        });
        kinds.put("key: a proof changed", () -> {
            List<String> lines = lines(PROOFS);
            int at = random.nextInt(lines.size());
            LinkProof proof = LinkProof.read(lines.get(at));
            List<Bytes> path = new ArrayList<>(proof.path());
            path.set(random.nextInt(path.size()), Bytes.of(new byte[Digests.LENGTH]));
            lines.set(at, new LinkProof(proof.seq(), proof.leaf(), path).line());
            return with(PROOFS, lines).signed(key);
        });
        kinds.put("key: a proof at another leaf", () -> {
            List<String> lines = lines(PROOFS);
            int at = random.nextInt(lines.size());
            LinkProof proof = LinkProof.read(lines.get(at));
            lines.set(at, new LinkProof(proof.seq(), proof.leaf() ^ 1, proof.path()).line());
            return with(PROOFS, lines).signed(key);
        });
        for (String one : List.of(PROOFS, CHECKPOINT, FACTS)) {
            kinds.put("key: without " + one, () -> without(one).signed(key));
            kinds.put("key: nonsense in " + one, () -> genuine.copy()
                    .put(one, "{\"link\":99999999999999999999}\n\u0000")
                    .signed(key));
        }
    }

    private CaseFileParts edited(String name) {
        byte[] content = genuine.bytes(name);
        return genuine.copy().put(name, changed(content, random.nextInt(content.length)));
    }

    private CaseFileParts without(String name) {
        CaseFileParts forged = genuine.copy();
        forged.entries.remove(name);
        return forged;
    }

    private CaseFileParts renamed(String name) {
        CaseFileParts forged = new CaseFileParts();
        genuine.entries.forEach((any, content) -> forged.entries.put(any.equals(name) ? "x" + any : any, content));
        return forged;
    }

    private CaseFileParts swapped() {
        String one = names("links/").get(0);
        String another = names("evidence/").get(0);
        return genuine.copy().put(one, genuine.bytes(another)).put(another, genuine.bytes(one));
    }

    /** Somebody else did it. */
    private CaseFileParts actor(int seq) {
        Link link = genuine.link(seq);
        return genuine.copy()
                .link(
                        seq,
                        new Link(
                                link.stream(),
                                link.seq(),
                                link.command(),
                                "head.snv",
                                link.rights(),
                                link.node(),
                                link.businessTime(),
                                link.nodeTime(),
                                link.databaseTime(),
                                link.facts()));
    }

    private static Link renumbered(Link link, long seq) {
        return new Link(
                link.stream(),
                seq,
                link.command(),
                link.actor(),
                link.rights(),
                link.node(),
                link.businessTime(),
                link.nodeTime(),
                link.databaseTime(),
                link.facts());
    }

    /** Something else happened; with its digest in the link, if that is forged as well. */
    private CaseFileParts fact(boolean withDigest) {
        List<String> lines = lines(FACTS);
        int at = random.nextInt(lines.size());
        FactLine fact = FactLine.read(lines.get(at));
        FactLine forged = new FactLine(fact.seq(), fact.number(), fact.salt(), "{\"forged\":true}");
        lines.set(at, forged.line());
        CaseFileParts parts = with(FACTS, lines);
        if (withDigest) {
            Link link = genuine.link((int) fact.seq());
            List<Link.Fact> facts = new ArrayList<>(link.facts());
            Link.Fact named = facts.get(fact.number() - 1);
            facts.set(
                    fact.number() - 1,
                    new Link.Fact(named.action(), named.refused(), Digests.fact(forged.salt(), forged.facts())));
            parts.link(
                    (int) fact.seq(),
                    new Link(
                            link.stream(),
                            link.seq(),
                            link.command(),
                            link.actor(),
                            link.rights(),
                            link.node(),
                            link.businessTime(),
                            link.nodeTime(),
                            link.databaseTime(),
                            facts));
        }
        return parts;
    }

    private CaseFileParts salt() {
        List<String> lines = lines(FACTS);
        int at = random.nextInt(lines.size());
        FactLine fact = FactLine.read(lines.get(at));
        byte[] salt = changed(fact.salt().array(), random.nextInt(fact.salt().length()));
        lines.set(at, new FactLine(fact.seq(), fact.number(), Bytes.of(salt), fact.facts()).line());
        return with(FACTS, lines);
    }

    private CaseFileParts links(CaseFileParts from) {
        CaseFileParts forged = genuine.copy();
        for (int seq = 1; seq <= Math.min(from.links(), genuine.links()); seq++) {
            forged.link(seq, from.link(seq));
        }
        return forged;
    }

    private CaseFileParts foreignEvidence() {
        String theirs = other.names().stream()
                .filter(name -> name.startsWith("evidence/"))
                .findFirst()
                .orElseThrow();
        return genuine.copy().put(anyEvidence(), other.bytes(theirs));
    }

    private CaseFileParts with(String name, List<String> lines) {
        return genuine.copy().put(name, String.join("\n", lines) + "\n");
    }

    private List<String> lines(String name) {
        return new ArrayList<>(genuine.text(name).lines().toList());
    }

    private long size() {
        return CaseFileNote.read(genuine.text(SIGNATURE)).checkpoint();
    }

    private int anySeq() {
        return 1 + random.nextInt(genuine.links());
    }

    private String anyLink() {
        return CaseFileVerification.entryOf(anySeq());
    }

    private String anyEvidence() {
        List<String> files = names("evidence/");
        return files.get(random.nextInt(files.size()));
    }

    private String anyEntry() {
        return genuine.names().get(random.nextInt(genuine.names().size()));
    }

    private String anyListed() {
        return genuine.names().get(random.nextInt(genuine.names().size() - 2));
    }

    private List<String> names(String start) {
        return genuine.names().stream().filter(name -> name.startsWith(start)).toList();
    }

    private int directory() {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 6);
    }

    /** Another name of the same length, in both places. */
    private byte[] bitten(String name, String instead) {
        byte[] forged = file.clone();
        System.arraycopy(instead.getBytes(StandardCharsets.US_ASCII), 0, forged, Container.LOCAL, name.length());
        System.arraycopy(
                instead.getBytes(StandardCharsets.US_ASCII), 0, forged, directory() + Container.CENTRAL, name.length());
        return forged;
    }

    private byte[] packed(int method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : genuine.entries.entrySet()) {
                ZipEntry head = new ZipEntry(entry.getKey());
                head.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(entry.getValue());
                    head.setSize(entry.getValue().length);
                    head.setCrc(crc.getValue());
                }
                zip.putNextEntry(head);
                zip.write(entry.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    private byte[] junk() {
        byte[] junk = new byte[1 + random.nextInt(100)];
        random.nextBytes(junk);
        return junk;
    }

    private byte[] changed(byte[] content, int at) {
        byte[] changed = content.clone();
        changed[at] ^= (byte) (1 + random.nextInt(255));
        return changed;
    }

    private static byte[] part(byte[] of, int from, int to) {
        return Arrays.copyOfRange(of, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
