package vn.giaoviec.sheet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import vn.giaoviec.shared.Refusal;

/** The parts of an office file: a zip of XML, which is counted before it is read, since little may unpack to much. */
final class Parts implements AutoCloseable {
    private static final int LARGEST_UNPACKED = 64 * 1024 * 1024;
    private static final int MOST_PARTS = 500;
    private static final int MOST_RELATED = 5_000;

    private final ZipFile zip;

    /**
     * @throws Refusal if it unpacks to more than is sound
     * @throws IOException if it is no zip
     */
    Parts(byte[] content) throws IOException {
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[8192];
        for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
            parts++;
            try (InputStream part = zip.getInputStream(all.nextElement())) {
                for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                    unpacked += read;
                    if (unpacked > LARGEST_UNPACKED || parts > MOST_PARTS) {
                        throw new Refusal("refusal.sheetBomb");
                    }
                }
            }
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    Xml xml(String name) throws IOException {
        ZipArchiveEntry part = zip.getEntry(name);
        if (part == null) {
            throw new FileNotFoundException(name);
        }
        return new Xml(zip.getInputStream(part));
    }

    /** The part that everything hangs on. */
    String main() throws IOException {
        return related("").stream()
                .filter(target -> target.type.equals("officeDocument"))
                .map(Target::part)
                .findFirst()
                .orElseThrow(() -> new IOException("no main part"));
    }

    /** The parts that a part names, by the ids it calls them; those outside of the file are left alone. */
    List<Target> related(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String list = folder + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Target> targets = new LinkedHashMap<>();
        if (!has(list)) {
            return List.of();
        }
        try (Xml xml = xml(list)) {
            while (xml.next()) {
                if (xml.starts("Relationship")
                        && !xml.attribute("TargetMode", "").equals("External")) {
                    if (targets.size() == MOST_RELATED) {
                        throw new IOException("too many relations");
                    }
                    String type = xml.attribute("Type", "");
                    String id = xml.attribute("Id", "");
                    targets.put(
                            id,
                            new Target(
                                    id,
                                    type.substring(type.lastIndexOf('/') + 1),
                                    resolve(folder, xml.attribute("Target", ""))));
                }
            }
        }
        return List.copyOf(targets.values());
    }

    private static String resolve(String folder, String target) {
        List<String> steps = new ArrayList<>();
        for (String step : (target.startsWith("/") ? target.substring(1) : folder + target).split("/", -1)) {
            if (!step.equals("..")) {
                steps.add(step);
            } else if (!steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            }
        }
        return String.join("/", steps);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * @param id as the naming part calls it
     * @param type the last word of its type
     * @param part its name in the zip
     */
    record Target(String id, String type, String part) {}
}
