package vn.giaoviec.audit.proof;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.audit.proof.Container.Entry;
import vn.giaoviec.audit.proof.Container.Malformed;

/**
 * Opens a case file that a stranger may have made: the directory is compared byte by byte with what it must be, every byte
 * of the file belongs to exactly one entry, and nothing larger than agreed is read into memory.
 */
final class CaseFileReader implements Closeable {
    private static final int PIECE = 64 * 1024;

    private final FileChannel channel;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private CaseFileReader(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read
     * @throws Malformed if it is no case file
     */
    static CaseFileReader open(Path file) throws IOException, Malformed {
        FileChannel channel = FileChannel.open(file);
        CaseFileReader reader = new CaseFileReader(channel);
        try {
            reader.readDirectory();
            return reader;
        } catch (IOException | Malformed unreadable) {
            channel.close();
            throw unreadable;
        }
    }

    private void readDirectory() throws IOException, Malformed {
        long size = channel.size();
        if (size < Container.END || size > Container.LARGEST) {
            throw new Malformed("ZIP");
        }
        byte[] ending = piece(size - Container.END, Container.END);
        ByteBuffer end = ByteBuffer.wrap(ending).order(ByteOrder.LITTLE_ENDIAN);
        int count = Short.toUnsignedInt(end.getShort(8));
        long directorySize = Integer.toUnsignedLong(end.getInt(12));
        long directoryAt = Integer.toUnsignedLong(end.getInt(16));
        if (count == 0
                || count > Container.MOST_ENTRIES
                || directoryAt + directorySize + Container.END != size
                || directorySize > (long) count * (Container.CENTRAL + Container.LONGEST_NAME)
                || !Container.end(count, directoryAt, directorySize).equals(Bytes.of(ending))) {
            throw new Malformed("ZIP");
        }
        ByteBuffer directory =
                ByteBuffer.wrap(piece(directoryAt, (int) directorySize)).order(ByteOrder.LITTLE_ENDIAN);
        long offset = 0;
        while (directory.hasRemaining()) {
            Entry entry = readEntry(directory, offset);
            offset = entry.end();
            if (offset > directoryAt || entries.put(entry.name(), entry) != null) {
                throw new Malformed(entry.name());
            }
            if (!Bytes.of(piece(entry.offset(), entry.localHeader().length())).equals(entry.localHeader())) {
                throw new Malformed(entry.name());
            }
        }
        if (offset != directoryAt || entries.size() != count) {
            throw new Malformed("ZIP");
        }
    }

    private static Entry readEntry(ByteBuffer directory, long offset) throws Malformed {
        int at = directory.position();
        if (directory.remaining() < Container.CENTRAL) {
            throw new Malformed("ZIP");
        }
        int length = Short.toUnsignedInt(directory.getShort(at + 28));
        if (length > directory.remaining() - Container.CENTRAL) {
            throw new Malformed("ZIP");
        }
        byte[] header = new byte[Container.CENTRAL + length];
        directory.get(header);
        String name = new String(header, Container.CENTRAL, length, StandardCharsets.US_ASCII);
        if (!Container.isName(name)) {
            throw new Malformed("ZIP #" + at);
        }
        Entry entry = new Entry(
                name,
                Integer.toUnsignedLong(directory.getInt(at + 24)),
                Integer.toUnsignedLong(directory.getInt(at + 16)),
                offset);
        if (!entry.centralHeader().equals(Bytes.of(header))) {
            throw new Malformed(name);
        }
        return entry;
    }

    /** The names of all entries, in order. */
    Collection<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Length in bytes; the entry must be there. */
    long size(String name) throws Malformed {
        return entry(name).size();
    }

    /** SHA-256 of an entry, of any size. */
    Bytes digest(String name) throws IOException, Malformed {
        Entry entry = entry(name);
        MessageDigest digest = Digests.start();
        CRC32 crc = new CRC32();
        for (long at = 0; at < entry.size(); at += PIECE) {
            byte[] piece = piece(entry.contentAt() + at, (int) Math.min(PIECE, entry.size() - at));
            digest.update(piece);
            crc.update(piece);
        }
        if (crc.getValue() != entry.crc()) {
            throw new Malformed(name);
        }
        return Bytes.of(digest.digest());
    }

    /** An entry that is read whole and must not be larger than agreed; null if it is not there. */
    @Nullable Bytes content(String name, long largest) throws IOException, Malformed {
        Entry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        if (entry.size() > largest) {
            throw new Malformed(name);
        }
        byte[] content = piece(entry.contentAt(), (int) entry.size());
        CRC32 crc = new CRC32();
        crc.update(content);
        if (crc.getValue() != entry.crc()) {
            throw new Malformed(name);
        }
        return Bytes.of(content);
    }

    /** An entry's text, or null if it is not there. */
    @Nullable String text(String name, long largest) throws IOException, Malformed {
        Bytes content = content(name, largest);
        if (content == null) {
            return null;
        }
        String text = content.text();
        if (!Bytes.of(text).equals(content)) {
            throw new Malformed(name); // no UTF-8
        }
        return text;
    }

    private Entry entry(String name) throws Malformed {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new Malformed(name);
        }
        return entry;
    }

    private byte[] piece(long at, int length) throws IOException, Malformed {
        byte[] bytes = new byte[length];
        ByteBuffer piece = ByteBuffer.wrap(bytes);
        while (piece.hasRemaining()) {
            if (channel.read(piece, at + piece.position()) < 0) {
                throw new Malformed("ZIP");
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
