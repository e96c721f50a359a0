package vn.giaoviec.audit.proof;

import java.util.List;

/**
 * What the sealing key signs of a case file. Its first line differs from a checkpoint's, so that neither can stand for
 * the other.
 *
 * @param stream the case's key
 * @param links how many links the case had
 * @param checkpoint how many links of all cases its checkpoint covers
 * @param manifest SHA-256 of the manifest
 */
record CaseFileNote(String stream, long links, long checkpoint, Bytes manifest) {
    private static final String ORIGIN = "giaoviec/case-file";

    /** The text that is signed; ends with a line break. */
    String text() {
        return ORIGIN + "\nstream " + stream + "\nlinks " + links + "\ncheckpoint " + checkpoint + "\nmanifest "
                + manifest.hex() + '\n';
    }

    /**
     * Reads a note, whoever signed it.
     *
     * @throws IllegalArgumentException if it is none
     */
    static CaseFileNote read(String note) {
        List<String> lines = SignedNote.text(note).lines().toList();
        if (lines.size() != 5) {
            throw new IllegalArgumentException("not five lines");
        }
        CaseFileNote read = new CaseFileNote(
                after(lines.get(1), "stream "),
                Long.parseLong(after(lines.get(2), "links ")),
                Long.parseLong(after(lines.get(3), "checkpoint ")),
                Bytes.ofHex(after(lines.get(4), "manifest ")));
        if (!read.text().equals(SignedNote.text(note))) {
            throw new IllegalArgumentException("not in the canonical form");
        }
        return read;
    }

    private static String after(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException("no " + name);
        }
        return line.substring(name.length());
    }
}
