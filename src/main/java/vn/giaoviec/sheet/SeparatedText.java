package vn.giaoviec.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV. Excel in Vietnamese separates by semicolon, others by comma; some by tabulator, and so does what is pasted. */
final class SeparatedText {
    private static final String SEPARATORS = ";,\t";
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]");
    private static final Pattern BREAKS = Pattern.compile("\\r\\n?|[\\x0B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern NOTHING = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\p{Cc}&&[^\\n]]");

    private SeparatedText() {}

    static TableFile read(TableFile.Kind kind, String text, Rows rows) throws IOException {
        String words = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Row> taken = new ArrayList<>();
        CSVFormat.Builder format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(kind == TableFile.Kind.PASTED ? '\t' : separator(words))
                .setIgnoreEmptyLines(false);
        if (kind == TableFile.Kind.PASTED
                && words.chars().filter(sign -> sign == '"').count() % 2 == 1) {
            format.setQuote(null); // inches, not quotes
        }
        String sheet = kind.name();
        int number = 0;
        try (CSVParser records = CSVParser.builder()
                .setReader(new StringReader(words))
                .setFormat(format.get())
                .get()) {
            for (CSVRecord row : records) {
                number = (int) row.getRecordNumber();
                rows.take(sheet, number, cells(row), false, taken);
            }
        } catch (UncheckedIOException | IOException | IllegalStateException brokenQuotes) {
            throw new BrokenAt(sheet, number + 1, brokenQuotes);
        }
        return new TableFile(kind, List.of(new Grid(sheet, 1, false, List.of(), taken, List.of(), null)), List.of());
    }

    private static List<Cell> cells(CSVRecord row) {
        return row.stream().map(SeparatedText::clean).map(Cell::text).toList();
    }

    /** As people see it: composed letters, plain blanks and line breaks, nothing invisible, no outer blanks. */
    static String clean(String words) {
        String plain = BLANKS.matcher(words).replaceAll(" ");
        plain = BREAKS.matcher(plain).replaceAll("\n");
        plain = NOTHING.matcher(plain).replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFC).strip();
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
