package vn.giaoviec.sheet;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that spreadsheets of Vietnamese offices open as a table: UTF-8 with its mark, semicolons, every cell quoted. */
public final class Csv {
    /** What such a file begins with. */
    public static final String MARK = "\uFEFF";

    /** What a spreadsheet would take for a formula, also in full width. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]");

    private Csv() {}

    /** One row with its line break; what looks like a formula is made text by an apostrophe. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(";")) + "\r\n";
    }

    /** Whole tables, one below the other: what each shows, its headings, its rows. */
    public static String tables(List<PrintedTable> tables) {
        return MARK + tables.stream().map(Csv::table).collect(Collectors.joining("\r\n"));
    }

    private static String table(PrintedTable table) {
        return row(List.of(table.title()))
                + row(table.columns().stream().map(PrintedTable.Column::heading).toList())
                + table.rows().stream()
                        .map(row -> row.stream()
                                // a number below zero is no formula
                                .map(item -> item.number() == null ? cell(item.text()) : quoted(item.text()))
                                .collect(Collectors.joining(";", "", "\r\n")))
                        .collect(Collectors.joining());
    }

    private static String cell(String content) {
        return quoted(FORMULA.matcher(content).find() ? "'" + content : content);
    }

    private static String quoted(String content) {
        return '"' + content.replace("\"", "\"\"") + '"';
    }
}
