package vn.giaoviec.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The tables of a page of ours, as whoever reads it sees them. */
public final class PageTables {
    private static final Limits LIMITS = new Limits(Integer.MAX_VALUE, 100_000, 100);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9]\\d{0,8}");
    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;

    private PageTables() {}

    /** Those with a row below their headings; each is called as its caption calls it. */
    public static List<PrintedTable> of(String page) {
        return Html.isHtml(page)
                ? TableFile.pasted(page, LIMITS).grids().stream()
                        .filter(grid -> grid.rows().size() > 1)
                        .map(PageTables::table)
                        .toList()
                : List.of();
    }

    private static PrintedTable table(Grid grid) {
        int columns =
                grid.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<List<String>> texts = grid.rows().stream()
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(column -> grid.seen(row, column).text())
                        .toList())
                .toList();
        List<PrintedTable.Column> headings = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int at = column;
            int longest =
                    texts.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
            headings.add(new PrintedTable.Column(
                    texts.get(0).get(column), Math.max(NARROWEST, Math.min(WIDEST, longest + 2))));
        }
        List<String> above = grid.above();
        return new PrintedTable(
                above.isEmpty() ? grid.label() : above.get(above.size() - 1),
                headings,
                texts.stream()
                        .skip(1)
                        .map(row -> row.stream().map(PageTables::item).toList())
                        .toList());
    }

    private static PrintedTable.Item item(String text) {
        return WHOLE_NUMBER.matcher(text).matches()
                ? PrintedTable.Item.count(Long.parseLong(text))
                : PrintedTable.Item.text(text);
    }
}
