package vn.giaoviec.audit.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The ZIP of a case file (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16) in the one form we write: stored,
 * without dates, comments, extra fields, descriptors and gaps. So every byte of a header follows from the entry's name,
 * size and checksum, and a reader can compare instead of interpreting: there are no two ways to read it.
 */
final class Container {
    /** Of all bytes together: 4 GiB, the most that a ZIP without later additions can hold. */
    static final long LARGEST = 0xFFFF_FFFFL;

    static final int MOST_ENTRIES = 50_000;

    /** Of an entry that is read whole: 64 MiB. */
    static final long LARGEST_TEXT = 64L * 1024 * 1024;

    /** Of a link or a note: 1 MiB. */
    static final long LARGEST_LINK = 1024 * 1024;

    static final int LOCAL = 30;
    static final int CENTRAL = 46;
    static final int END = 22;
    static final int LONGEST_NAME = 120;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,3}");
    private static final short VERSION = 10;
    private static final short FIRST_OF_1980 = 0x21;

    private Container() {}

    /** Whether an entry may be called that: no path leads out, none looks like another. */
    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    /**
     * One entry.
     *
     * @param name its name
     * @param size in bytes
     * @param crc its CRC-32
     * @param offset where its header begins
     */
    record Entry(String name, long size, long crc, long offset) {
        Bytes localHeader() {
            ByteBuffer header = header(LOCAL, 0x04034b50);
            describe(header);
            return bytes(header.put(named()));
        }

        Bytes centralHeader() {
            ByteBuffer header = header(CENTRAL, 0x02014b50).putShort(VERSION);
            describe(header);
            // no comment, first disk, no attributes
            header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            return bytes(header.putInt((int) offset).put(named()));
        }

        /** Where its content begins. */
        long contentAt() {
            return offset + LOCAL + name.length();
        }

        /** Where it ends. */
        long end() {
            return contentAt() + size;
        }

        private ByteBuffer header(int length, int signature) {
            return ByteBuffer.allocate(length + name.length())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(signature);
        }

        private void describe(ByteBuffer header) {
            header.putShort(VERSION).putShort((short) 0).putShort((short) 0);
            header.putShort((short) 0).putShort(FIRST_OF_1980);
            header.putInt((int) crc).putInt((int) size).putInt((int) size);
            header.putShort((short) name.length()).putShort((short) 0);
        }

        private byte[] named() {
            return name.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static Bytes bytes(ByteBuffer filled) {
        byte[] all = new byte[filled.capacity()];
        filled.flip().get(all);
        return Bytes.of(all);
    }

    /** What stands at the end of the file. */
    static Bytes end(int entries, long directoryAt, long directorySize) {
        return bytes(ByteBuffer.allocate(END)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt((int) directorySize)
                .putInt((int) directoryAt)
                .putShort((short) 0));
    }

    /** This is no case file as we write them, or too large a one; its message is where. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String place) {
            super(place);
        }

        String place() {
            return String.valueOf(getMessage());
        }
    }
}
