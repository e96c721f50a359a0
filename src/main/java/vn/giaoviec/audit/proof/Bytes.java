package vn.giaoviec.audit.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes that do not change: equal if their content is. */
public final class Bytes {
    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** A copy of these. */
    public static Bytes of(byte... array) {
        return new Bytes(array.clone());
    }

    /** A text in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws IllegalArgumentException if these are no hexadecimal digits
     */
    public static Bytes ofHex(String digits) {
        return new Bytes(HexFormat.of().parseHex(digits));
    }

    /**
     * @throws IllegalArgumentException if this is no Base64, or not as {@link #base64} writes it
     */
    public static Bytes ofBase64(String text) {
        Bytes bytes = new Bytes(Base64.getDecoder().decode(text));
        if (!bytes.base64().equals(text)) {
            throw new IllegalArgumentException("unused bits are set in " + text);
        }
        return bytes;
    }

    /** These, and then the others. */
    public Bytes and(Bytes next) {
        return new Bytes(ByteBuffer.allocate(array.length + next.array.length)
                .put(array)
                .put(next.array)
                .array());
    }

    /** Those from an index on, up to before another. */
    public Bytes part(int from, int to) {
        return new Bytes(Arrays.copyOfRange(array, from, to));
    }

    public boolean startsWith(Bytes start) {
        return array.length >= start.array.length
                && Arrays.equals(array, 0, start.array.length, start.array, 0, start.array.length);
    }

    public int length() {
        return array.length;
    }

    /** A copy. */
    public byte[] array() {
        return array.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(array);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(array);
    }

    /** Read as UTF-8. */
    public String text() {
        return new String(array, StandardCharsets.UTF_8);
    }

    /** Without a copy, for digests only. */
    byte[] shared() {
        return array;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return hex();
    }
}
