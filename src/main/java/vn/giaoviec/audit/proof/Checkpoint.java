package vn.giaoviec.audit.proof;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Where the ledger stood: size and root of its tree, signed. Its text is a signed note as transparency logs publish it
 * (c2sp.org/tlog-checkpoint and c2sp.org/signed-note), so that other programs than ours can verify it.
 *
 * @param size how many links it covers
 * @param root the tree's root over them
 * @param previous the root of the checkpoint before it; that of the empty tree for the first
 * @param sealedAt on the sealing node's real clock
 */
public record Checkpoint(long size, Bytes root, Bytes previous, Instant sealedAt) {
    private static final String ORIGIN = "giaoviec/audit";
    private static final String PREVIOUS = "previous ";
    private static final String SEALED = "sealed ";

    /** The text that is signed; ends with a line break. */
    public String text() {
        return ORIGIN
                + '\n'
                + size
                + '\n'
                + root.base64()
                + '\n'
                + PREVIOUS
                + previous.base64()
                + '\n'
                + SEALED
                + sealedAt
                + '\n';
    }

    /** The signed note. */
    public String note(SealingKey key) {
        return SignedNote.of(text(), key);
    }

    /**
     * Reads a note whose signature one of these keys made.
     *
     * @throws IllegalArgumentException if it is none, or none of the keys signed it
     */
    public static Checkpoint read(String note, List<PublicKey> keys) {
        String text = SignedNote.text(note);
        List<String> signatures = note.substring(text.length() + 1).lines().toList();
        if (signatures.stream().noneMatch(line -> keys.stream().anyMatch(key -> key.signed(text, line)))) {
            throw new IllegalArgumentException("not signed by a known key");
        }
        List<String> lines = text.lines().toList();
        try {
            Checkpoint checkpoint = new Checkpoint(
                    Long.parseLong(lines.get(1)),
                    Bytes.ofBase64(lines.get(2)),
                    Bytes.ofBase64(after(lines.get(3), PREVIOUS)),
                    Instant.parse(after(lines.get(4), SEALED)));
            if (!checkpoint.text().equals(text)) {
                throw new IllegalArgumentException("not in the canonical form");
            }
            return checkpoint;
        } catch (IndexOutOfBoundsException | DateTimeParseException malformed) {
            throw new IllegalArgumentException("no checkpoint", malformed);
        }
    }

    private static String after(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException("no " + name);
        }
        return line.substring(name.length());
    }
}
