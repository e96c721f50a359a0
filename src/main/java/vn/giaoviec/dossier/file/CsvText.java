package vn.giaoviec.dossier.file;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table that spreadsheets of Vietnamese offices open as it is: UTF-8 with its mark, semicolons, every cell quoted. */
final class CsvText {
    /** What a spreadsheet would take for a formula, also in full width. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

    private final StringBuilder text = new StringBuilder("\uFEFF");

    CsvText row(List<String> cells) {
        text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(";")))
                .append("\r\n");
        return this;
    }

    private static String cell(String content) {
        String harmless = FORMULA.matcher(content).find() ? "'" + content : content;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
