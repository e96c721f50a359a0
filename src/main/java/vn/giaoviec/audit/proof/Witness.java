package vn.giaoviec.audit.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was written outside the database when it was sealed: {@code leaf <number> <hash> <stream> <seq>} for each link and
 * {@code checkpoint <size> <signed note in Base64>}.
 */
public final class Witness {
    private static final String LEAF = "leaf ";
    private static final String CHECKPOINT = "checkpoint ";

    private final List<Sealed> leaves = new ArrayList<>();
    private final Map<Long, String> notes = new TreeMap<>();

    /** Reads a file of such lines; what is no whole line is passed over. */
    public static Witness read(Path file) throws IOException {
        Witness witness = new Witness();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                witness.take(line);
            }
        }
        return witness;
    }

    private void take(String line) {
        String[] parts = line.split(" ", -1);
        if (line.startsWith(LEAF) && parts.length == 5 && parts[1].equals(Long.toString(leaves.size()))) {
            leaves.add(new Sealed(parts[3], Long.parseLong(parts[4]), Bytes.ofHex(parts[2])));
        } else if (coveredBy(line) > 0) {
            notes.putIfAbsent(coveredBy(line), Bytes.ofBase64(parts[2]).text());
        }
    }

    /** The line of a leaf. */
    public static String line(long leaf, String stream, long seq, Bytes hash) {
        return LEAF + leaf + ' ' + hash.hex() + ' ' + stream + ' ' + seq;
    }

    /** The line of a checkpoint. */
    public static String line(long size, String note) {
        return CHECKPOINT + size + ' ' + Bytes.of(note).base64();
    }

    /** How many links the checkpoint on this line covers; 0 if there is none. */
    public static long coveredBy(String line) {
        String[] parts = line.split(" ", -1);
        return line.startsWith(CHECKPOINT)
                        && parts.length == 3
                        && parts[1].matches("[0-9]{1,18}")
                        && parts[2].length() % 4 == 0
                        && parts[2].matches("[A-Za-z0-9+/]+={0,2}")
                ? Long.parseLong(parts[1])
                : 0;
    }

    List<Sealed> leaves() {
        return leaves;
    }

    /** The signed notes, by how many links they cover. */
    Map<Long, String> notes() {
        return notes;
    }

    /**
     * A link as it was sealed.
     *
     * @param stream its stream
     * @param seq its number there
     * @param hash its hash
     */
    record Sealed(String stream, long seq, Bytes hash) {}
}
