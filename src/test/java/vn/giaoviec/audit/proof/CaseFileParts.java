package vn.giaoviec.audit.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A case file taken apart by another program than ours, to be put together as a forger would. */
final class CaseFileParts {
    final Map<String, byte[]> entries = new LinkedHashMap<>();

    static CaseFileParts of(byte[] file) {
        CaseFileParts parts = new CaseFileParts();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return parts;
    }

    CaseFileParts copy() {
        CaseFileParts copy = new CaseFileParts();
        copy.entries.putAll(entries);
        return copy;
    }

    byte[] bytes(String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    CaseFileParts put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    CaseFileParts put(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** How many links it has. */
    int links() {
        return (int) names().stream().filter(name -> name.startsWith("links/")).count();
    }

    Link link(int seq) {
        return Link.read(Bytes.of(bytes(CaseFileVerification.entryOf(seq))));
    }

    CaseFileParts link(int seq, Link link) {
        return put(CaseFileVerification.entryOf(seq), link.content().array());
    }

    /** As an honest container: only what is in it was changed. */
    byte[] zip() {
        return zip(new ArrayList<>(entries.entrySet()));
    }

    static byte[] zip(List<Map.Entry<String, byte[]>> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Container.Entry> heads = new ArrayList<>();
        for (var entry : entries) {
            CRC32 crc = new CRC32();
            crc.update(entry.getValue());
            Container.Entry head =
                    new Container.Entry(entry.getKey(), entry.getValue().length, crc.getValue(), out.size());
            heads.add(head);
            out.writeBytes(head.localHeader().array());
            out.writeBytes(entry.getValue());
        }
        int at = out.size();
        heads.forEach(head -> out.writeBytes(head.centralHeader().array()));
        out.writeBytes(Container.end(heads.size(), at, out.size() - at).array());
        return out.toByteArray();
    }

    /** With a manifest that fits what is in it; its signature stays what it was. */
    byte[] listedAnew() {
        StringBuilder manifest = new StringBuilder();
        entries.forEach((name, content) -> {
            if (!name.startsWith("manifest.")) {
                manifest.append(Digests.sha256(Bytes.of(content)).hex() + " " + content.length + " " + name + "\n");
            }
        });
        return put(CaseFileVerification.MANIFEST, manifest.toString()).zip();
    }

    /** As somebody signs it who has a key. */
    byte[] signed(SealingKey key) {
        CaseFileNote note = CaseFileNote.read(text(CaseFileVerification.SIGNATURE));
        return signed(key, note.stream(), links(), note.checkpoint());
    }

    byte[] signed(SealingKey key, String stream, long links, long checkpoint) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CaseFileWriter writer = new CaseFileWriter(out);
        try {
            for (var entry : entries.entrySet()) {
                if (!entry.getKey().startsWith("manifest.")) {
                    writer.add(entry.getKey(), Bytes.of(entry.getValue()));
                }
            }
            writer.finish(key, stream, links, checkpoint);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }
}
