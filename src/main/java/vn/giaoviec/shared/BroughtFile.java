package vn.giaoviec.shared;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.apache.tika.Tika;

/** A file that somebody brings as evidence: whose name is data and never a path, and whose type its content tells. */
public final class BroughtFile {
    /** 50 MB, as the forms say. */
    private static final long LARGEST = 50L * 1024 * 1024;

    private static final int CHUNK = 1024 * 1024;
    private static final int LONGEST_NAME = 255;

    /** Documents, tables, slides, pictures, plain text and archives; told by content, not by name. */
    private static final Set<String> TYPES = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/zip",
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "text/plain",
            "text/csv");

    private static final Tika TIKA = new Tika();

    private final String name;
    private final String mediaType;
    private final InputStream content;

    private BroughtFile(String name, String mediaType, InputStream content) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content;
    }

    /**
     * Looks at a file.
     *
     * @param fileName whatever the browser sent
     * @param content its bytes, not read yet; the caller closes it
     * @throws Refusal if the name is none, or the file is of no type that is taken
     */
    public static BroughtFile of(String fileName, InputStream content) throws IOException {
        String name = plainName(fileName);
        InputStream in = new BufferedInputStream(content);
        // by content and name together: content alone cannot tell a document from the archive it is packed in
        String type = TIKA.detect(in, name);
        if (!TYPES.contains(type)) {
            throw new Refusal("refusal.fileType", name, type);
        }
        return new BroughtFile(name, type, in);
    }

    /** The last part of whatever the browser sent, without characters that could pose as others. */
    private static String plainName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refusal("refusal.fileName", LONGEST_NAME);
        }
        return name;
    }

    /** Its original name. */
    public String name() {
        return name;
    }

    /** Its type, told from its content. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Reads it, once, in pieces of a megabyte, so that a large file never stands in memory whole.
     *
     * @throws Refusal if it is empty or too large; some pieces may have been read by then
     */
    public Content read(Chunks chunks) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] chunk = content.readNBytes(CHUNK);
        for (int number = 0; chunk.length > 0; number++) {
            size += chunk.length;
            if (size > LARGEST) {
                throw new Refusal("refusal.fileTooLarge", LARGEST / 1024 / 1024);
            }
            digest.update(chunk);
            chunks.append(number, chunk);
            chunk = content.readNBytes(CHUNK);
        }
        if (size == 0) {
            throw new Refusal("refusal.fileIsEmpty");
        }
        return new Content(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** A new SHA-256, which every Java has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes the bytes of a file, piece by piece. */
    @FunctionalInterface
    public interface Chunks {
        /**
         * @param number of the piece, from 0
         * @param content its bytes
         */
        void append(int number, byte[] content);
    }

    /**
     * What was read.
     *
     * @param size in bytes
     * @param sha256 SHA-256 of the bytes, hexadecimal
     */
    public record Content(long size, String sha256) {}
}
