package vn.giaoviec.audit.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import vn.giaoviec.audit.proof.Container.Entry;

/** Writes a case file: entries in the order in which they are added, then a signed list of them. */
public final class CaseFileWriter {
    private final OutputStream out;
    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder manifest = new StringBuilder();

    /** The stream is written to only, and never closed. */
    public CaseFileWriter(OutputStream out) {
        this.out = out;
    }

    /** Something that writes the same bytes each time. */
    public interface Content {
        /** Writes all of it. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * Adds an entry of any size.
     *
     * @param content asked twice: before it is written, its length and checksum must be known
     * @throws IOException if it cannot be written, would make the file too large, or differs at the second time
     */
    public void add(String name, Content content) throws IOException {
        Bytes digest = write(name, content);
        manifest.append(digest.hex())
                .append(' ')
                .append(last().size())
                .append(' ')
                .append(name)
                .append('\n');
    }

    /** Adds an entry that is in memory. */
    public void add(String name, Bytes content) throws IOException {
        add(name, to -> to.write(content.shared()));
    }

    /**
     * Adds what signs all entries, and ends the file.
     *
     * @param stream the case's key
     * @param links how many links of the case it has
     * @param checkpoint how many links its checkpoint covers
     */
    public void finish(SealingKey key, String stream, long links, long checkpoint) throws IOException {
        Bytes list = Bytes.of(manifest.toString());
        CaseFileNote note = new CaseFileNote(stream, links, checkpoint, Digests.sha256(list));
        write(CaseFileVerification.MANIFEST, to -> to.write(list.shared()));
        Bytes signed = Bytes.of(SignedNote.of(note.text(), key));
        write(CaseFileVerification.SIGNATURE, to -> to.write(signed.shared()));
        long directoryAt = last().end();
        long directorySize = 0;
        for (Entry entry : entries) {
            out.write(entry.centralHeader().shared());
            directorySize += entry.centralHeader().length();
        }
        out.write(Container.end(entries.size(), directoryAt, directorySize).shared());
    }

    private Bytes write(String name, Content content) throws IOException {
        long offset = entries.isEmpty() ? 0 : last().end();
        CRC32 crc = new CRC32();
        Counted counted = new Counted();
        DigestOutputStream digest = new DigestOutputStream(new CheckedOutputStream(counted, crc), Digests.start());
        content.to(digest);
        Entry entry = new Entry(name, counted.size, crc.getValue(), offset);
        if (!Container.isName(name)
                || entries.size() >= Container.MOST_ENTRIES
                || entry.end() > Container.LARGEST - directorySize()) {
            throw new IOException("no place in a case file for " + name);
        }
        entries.add(entry);
        out.write(entry.localHeader().shared());
        CRC32 again = new CRC32();
        content.to(new CheckedOutputStream(new Uncloseable(out), again));
        if (again.getValue() != crc.getValue()) {
            throw new IOException(name + " changed while it was written");
        }
        return Bytes.of(digest.getMessageDigest().digest());
    }

    /** An upper bound, with the two entries that are still to come. */
    private long directorySize() {
        return (entries.size() + 3L) * (Container.CENTRAL + Container.LONGEST_NAME) + Container.END;
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }

    /** Only counts. */
    private static final class Counted extends OutputStream {
        private long size;

        @Override
        public void write(int b) {
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            size += length;
        }
    }

    private static final class Uncloseable extends OutputStream {
        private final OutputStream out;

        Uncloseable(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }
    }
}
