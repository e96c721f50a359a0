package vn.giaoviec.dossier.preview;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Service;
import vn.giaoviec.casework.Evidence;
import vn.giaoviec.casework.KeepEvidence;
import vn.giaoviec.dossier.preview.Preview.Kind;
import vn.giaoviec.shared.Refusal;

/** Shows a file of evidence to whoever may download it; that an inspector looks is recorded in the same way. */
@Service
public class PreviewEvidence {
    private static final String PNG = "image/png";
    /** What every browser shows as a picture and as nothing else: an SVG is a document, and not among them. */
    private static final Set<String> PICTURES = Set.of(PNG, "image/jpeg", "image/gif", "image/webp");

    private static final int REMEMBERED = 16;

    private final KeepEvidence evidence;
    private final PageProcess process;
    private final Tika tika = new Tika();
    /** Pages drawn lately, by tag: a page is asked for twice, with its frame and as a picture. */
    private final Map<String, DrawnPage> drawn = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DrawnPage> eldest) {
            return size() > REMEMBERED;
        }
    };

    PreviewEvidence(KeepEvidence evidence, PageProcess process) {
        this.evidence = evidence;
        this.process = process;
    }

    /**
     * A file, or one page of it, as it can be looked at.
     *
     * @param page counted from 1; of no meaning for files without pages
     * @throws Refusal if there is no such file, or its case is not the person's to read
     */
    public Preview preview(String id, int page) throws IOException {
        Evidence file = evidence.readable(id);
        byte[] beginning = evidence.beginning(file);
        String type = tika.detect(beginning);
        if (PICTURES.contains(type)) {
            return new Preview(file, Kind.PICTURE, type, 1, 1, null);
        }
        if (type.equals("application/pdf")) {
            return page(file, page);
        }
        boolean text = type.equals("text/plain") && file.size() == beginning.length && isUtf8(beginning);
        return new Preview(file, text ? Kind.TEXT : Kind.NOTHING, type, 1, 1, null);
    }

    /** Writes the bytes of what is shown. */
    public void copy(Preview preview, OutputStream out) throws IOException {
        if (preview.drawn() == null) {
            evidence.copy(preview.evidence(), out);
        } else {
            preview.drawn().writeTo(out);
        }
    }

    private Preview page(Evidence file, int number) throws IOException {
        String tag = new Preview(file, Kind.PAGE, PNG, number, 1, null).tag();
        Optional<DrawnPage> page;
        synchronized (drawn) {
            page = Optional.ofNullable(drawn.get(tag));
        }
        if (page.isEmpty()) {
            page = process.draw(out -> evidence.copy(file, out), number);
            synchronized (drawn) {
                page.ifPresent(one -> drawn.put(tag, one));
            }
        }
        return page.map(one -> new Preview(file, Kind.PAGE, PNG, number, one.of(), one))
                .orElseGet(() -> new Preview(file, Kind.NOTHING, "application/pdf", number, 1, null));
    }

    private static boolean isUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
