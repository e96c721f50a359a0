package vn.giaoviec.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import vn.giaoviec.sheet.Csv;
import vn.giaoviec.sheet.LongWorkbook;

/** Writes entries out as they are read: memory does not grow with them. */
@Service
public class ExportAudit {
    private final SearchAudit search;
    private final Queue<Running> running = new ConcurrentLinkedQueue<>();

    ExportAudit(SearchAudit search) {
        this.search = search;
    }

    /** As what entries are taken away. */
    public enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSONL("application/jsonl;charset=UTF-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** The media type with its character set. */
        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * Writes all entries of a filter; that they go is recorded before the first of them does.
     *
     * @param words headings, then what stands in the cells of an entry, for tables
     * @param line what stands on the line of an entry, for JSON Lines
     * @param person who takes them away
     * @throws IOException if whoever takes them goes away
     */
    public void write(
            EntryFilter filter, Format format, Words words, Function<Entry, String> line, String person, Destination to)
            throws IOException {
        long rows = search.exports(filter, format.name());
        Running export = new Running(person, rows, new AtomicLong());
        running.add(export);
        try (OutputStream out = to.open()) {
            switch (format) {
                case CSV -> csv(filter, words, export, out);
                case XLSX -> xlsx(filter, words, export, out);
                case JSONL -> each(filter, export, entry -> print(out, line.apply(entry) + "\n"));
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } finally {
            running.remove(export);
        }
    }

    private void csv(EntryFilter filter, Words words, Running export, OutputStream out) {
        print(out, Csv.MARK + Csv.row(words.headings()));
        each(filter, export, entry -> print(out, Csv.row(words.cells().apply(entry))));
    }

    private void xlsx(EntryFilter filter, Words words, Running export, OutputStream out) throws IOException {
        try (LongWorkbook workbook = new LongWorkbook(words.headings())) {
            each(filter, export, entry -> workbook.row(words.cells().apply(entry)));
            workbook.writeTo(out);
        }
    }

    private void each(EntryFilter filter, Running export, Consumer<Entry> consumer) {
        search.each(filter, entry -> {
            consumer.accept(entry);
            export.written.incrementAndGet();
        });
    }

    private static void print(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Where entries go; opened when it is recorded that they do. */
    public interface Destination {
        /** Where to write; closed when all is written. */
        OutputStream open() throws IOException;
    }

    /** What that person takes away just now from this node. */
    public List<Running> running(String person) {
        return running.stream().filter(export -> export.person.equals(person)).toList();
    }

    /**
     * How tables say it.
     *
     * @param headings of the columns
     * @param cells of an entry
     */
    public record Words(List<String> headings, Function<Entry, List<String>> cells) {}

    /**
     * An export under way.
     *
     * @param person who takes entries away
     * @param rows how many there were when it began
     * @param written how many are written so far
     */
    public record Running(String person, long rows, AtomicLong written) {}
}
