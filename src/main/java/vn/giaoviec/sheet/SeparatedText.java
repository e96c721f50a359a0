package vn.giaoviec.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV. Excel in Vietnamese separates by semicolon, others by comma; some by tabulator, and so does what is pasted. */
final class SeparatedText {
    private static final String SEPARATORS = ";,\t";
    private static final int ENOUGH_TO_TELL = 20_000;
    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}");
    private static final Pattern BREAKS = Pattern.compile("\\r\\n?|[\\x0B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern NOTHING = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\p{Cc}&&[^\\n\\t]]");

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
        return new TableFile(
                kind, List.of(new Grid(sheet, 1, false, List.of(), taken, List.of(), null, Set.of())), List.of());
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

    /** The sign that stands most often outside of quotes, among the first rows. */
    private static char separator(String words) {
        int[] times = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int at = 0; at < Math.min(words.length(), ENOUGH_TO_TELL); at++) {
            char sign = words.charAt(at);
            quoted ^= sign == '"';
            int separator = SEPARATORS.indexOf(sign);
            if (separator >= 0 && !quoted) {
                times[separator]++;
            }
        }
        int best = 0;
        for (int index = 1; index < times.length; index++) {
            best = times[index] > times[best] ? index : best;
        }
        return SEPARATORS.charAt(best);
    }
}
