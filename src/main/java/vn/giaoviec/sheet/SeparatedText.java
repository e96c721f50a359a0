package vn.giaoviec.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.giaoviec.shared.Refusal;

/** CSV. Excel in Vietnamese separates by semicolon, others by comma; some by tabulator. */
final class SeparatedText {
    private static final String SEPARATORS = ";,\t";

    private SeparatedText() {}

    static void read(byte[] content, Sheet.Taker taker) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        String words = text.startsWith("\uFEFF") ? text.substring(1) : text;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(words))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser rows = CSVParser.builder()
                .setReader(new StringReader(words))
                .setFormat(format)
                .get()) {
            for (CSVRecord row : rows) {
                taker.take((int) row.getRecordNumber(), cells(row));
            }
        } catch (UncheckedIOException | IOException | IllegalStateException brokenQuotes) {
            throw new Refusal("refusal.sheetUnreadable");
        }
    }

    private static List<Cell> cells(CSVRecord row) {
        return row.stream().map(SeparatedText::clean).map(Cell::text).toList();
    }

    /** As people see it: composed letters, no outer blanks. */
    static String clean(String words) {
        return Normalizer.normalize(words.replace('\u00a0', ' '), Normalizer.Form.NFC)
                .strip();
    }

    /** The sign that separates most often in the first row that is filled. */
    private static char separator(String words) {
        String first = words.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = SEPARATORS.charAt(0);
        for (int index = 1; index < SEPARATORS.length(); index++) {
            if (count(first, SEPARATORS.charAt(index)) > count(first, best)) {
                best = SEPARATORS.charAt(index);
            }
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(one -> one == sign).count();
    }
}
