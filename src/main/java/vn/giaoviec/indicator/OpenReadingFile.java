package vn.giaoviec.indicator;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.springframework.stereotype.Service;
import vn.giaoviec.shared.BroughtFile;
import vn.giaoviec.shared.Refusal;

/** Hands out the file that proves a reading; readings are for everybody who is signed in. */
@Service
public class OpenReadingFile {
    private final ReadingTable readings;
    private final ReadingChunkTable chunks;

    OpenReadingFile(ReadingTable readings, ReadingChunkTable chunks) {
        this.readings = readings;
        this.chunks = chunks;
    }

    /**
     * The file of a reading, once its bytes are found to be those that were handed in.
     *
     * @throws Refusal.NotFound if there is no such reading, or it has no file
     * @throws Refusal.Conflict if the bytes have been changed
     */
    public ReadingFile intact(int year, String indicator, long reading) throws IOException {
        ReadingFile file = readings.of(year, indicator).stream()
                .filter(one -> one.id() == reading)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("refusal.noReading", reading))
                .reported()
                .file();
        if (file == null) {
            throw new Refusal.NotFound("refusal.noEvidence");
        }
        try (DigestOutputStream digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), BroughtFile.sha256())) {
            chunks.copy(reading, digest);
            String found = HexFormat.of().formatHex(digest.getMessageDigest().digest());
            if (!found.equals(file.sha256())) {
                throw new Refusal.Conflict("refusal.readingFileChanged", reading);
            }
        }
        return file;
    }

    /** Writes the bytes of the file. */
    public void copy(long reading, OutputStream out) throws IOException {
        chunks.copy(reading, out);
    }
}
