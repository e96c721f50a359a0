package vn.giaoviec.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes the time of writing out of a zip: the same parts are always the same bytes. */
final class StillZip {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StillZip() {}

    static byte[] of(byte[] zip) {
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (ZipOutputStream to = new ZipOutputStream(bytes)) {
                for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                    ZipEntry still = new ZipEntry(part.getName());
                    still.setTimeLocal(ALWAYS);
                    to.putNextEntry(still);
                    from.transferTo(to);
                }
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
