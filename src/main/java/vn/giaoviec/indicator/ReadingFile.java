package vn.giaoviec.indicator;

import java.io.IOException;
import java.io.InputStream;

/**
 * The file that proves a reading (minh chứng). It is locked with the reading.
 *
 * @param name its original name: data, never a path
 * @param mediaType its type, told from its content
 * @param size in bytes
 * @param sha256 SHA-256 of its bytes, hexadecimal
 */
public record ReadingFile(String name, String mediaType, long size, String sha256) {
    /**
     * A file as somebody sent it, nothing checked.
     *
     * @param name whatever the browser says
     * @param content where its bytes are
     */
    public record Typed(String name, Content content) {}

    /** Bytes that can be read again from the start. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
