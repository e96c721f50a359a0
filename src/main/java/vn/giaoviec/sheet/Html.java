package vn.giaoviec.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/** The tables of HTML, as programs put them on the clipboard. Nothing in it is run or fetched. */
final class Html extends AbstractSimpleMarkupHandler {
    private static final int MOST_SPANNED = 1_000;

    private final Rows rows;
    private final List<Grid> grids = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Row> taken = new ArrayList<>();
    private final List<Area> merged = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    /** For each column, how many of the next rows a cell above still covers. */
    private int[] covered = new int[0];

    private int tables;
    private int row;
    private int column;
    private boolean inCell;
    private int skipping;
    private Area cell = new Area(0, 0, 0, 0);

    private Html(Rows rows) {
        this.rows = rows;
        covered = new int[rows.limits().columns() + 1];
    }

    static boolean isHtml(String words) {
        return words.toLowerCase(Locale.ROOT).contains("<table");
    }

    static TableFile read(String words, Rows rows) throws IOException {
        Html html = new Html(rows);
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(words, html);
        } catch (ParseException broken) {
            throw new IOException(broken);
        }
        html.endTable();
        html.rows.line(SeparatedText.clean(html.text.toString()), html.lines);
        return new TableFile(TableFile.Kind.PASTED, html.grids, html.lines);
    }

    @Override
    public void handleOpenElement(String name, @Nullable Map<String, String> attributes, int line, int col) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "table" -> {
                endTable();
                tables++;
            }
            case "tr" -> {
                endRow();
                row++;
            }
            case "td", "th" -> beginCell(attributes == null ? Map.of() : attributes);
            case "script", "style", "head" -> skipping++;
            case "p", "div", "li", "caption", "h1", "h2", "h3" -> endLine();
            case "br" -> text.append('\n');
            default -> {
                // how it looks
            }
        }
    }

    @Override
    public void handleStandaloneElement(
            String name, @Nullable Map<String, String> attributes, boolean minimized, int line, int col) {
        if (name.equalsIgnoreCase("br")) {
            text.append('\n');
        }
    }

    @Override
    public void handleCloseElement(String name, int line, int col) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "td", "th" -> endCell();
            case "tr" -> endRow();
            case "table" -> endTable();
            case "script", "style", "head" -> skipping--;
            case "p", "div", "li", "caption", "h1", "h2", "h3" -> endLine();
            default -> {
                // how it looks
            }
        }
    }

    @Override
    public void handleAutoCloseElement(String name, int line, int col) {
        handleCloseElement(name, line, col);
    }

    @Override
    public void handleAutoOpenElement(String name, @Nullable Map<String, String> attributes, int line, int col) {
        handleOpenElement(name, attributes, line, col);
    }

    @Override
    public void handleText(char[] buffer, int offset, int len, int line, int col) {
        if (skipping <= 0) {
            text.append(HtmlEscape.unescapeHtml(new String(buffer, offset, len)).replaceAll("[\\r\\n\\t ]+", " "));
        }
    }

    private void endLine() {
        if (inCell) {
            text.append(text.isEmpty() ? "" : "\n");
        } else {
            rows.line(SeparatedText.clean(text.toString()), lines);
            text.setLength(0);
        }
    }

    private void beginCell(Map<String, String> attributes) {
        endCell();
        rows.line(SeparatedText.clean(text.toString()), lines);
        text.setLength(0);
        inCell = true;
        row = Math.max(1, row);
        while (column < covered.length && covered[column] > 0) {
            covered[column++]--;
        }
        int last = column + span(attributes.get("colspan")) - 1;
        cell = new Area(row, row + span(attributes.get("rowspan")) - 1, column, last);
    }

    private static int span(@Nullable String written) {
        return written != null && written.matches("\\d{1,4}")
                ? Math.max(1, Math.min(MOST_SPANNED, Integer.parseInt(written)))
                : 1;
    }

    private void endCell() {
        if (!inCell) {
            return;
        }
        inCell = false;
        int at = Math.min(cell.firstColumn(), rows.limits().columns());
        while (cells.size() <= at) {
            cells.add(Cell.EMPTY);
        }
        cells.set(at, Cell.text(SeparatedText.clean(text.toString().replaceAll(" *\n *", "\n"))));
        text.setLength(0);
        if (cell.spansRows() || cell.spansColumns()) {
            merged.add(cell);
        }
        for (int under = cell.firstColumn(); under <= cell.lastColumn() && under < covered.length; under++) {
            covered[under] = cell.lastRow() - cell.firstRow();
        }
        column = cell.lastColumn() + 1;
    }

    private void endRow() {
        endCell();
        for (; column < covered.length; column++) {
            covered[column] = Math.max(0, covered[column] - 1);
        }
        rows.take("#" + tables, row, cells, false, taken);
        cells = new ArrayList<>();
        column = 0;
    }

    private void endTable() {
        endRow();
        if (!taken.isEmpty()) {
            grids.add(new Grid("", grids.size() + 1, false, List.copyOf(lines), taken, merged, null, Set.of()));
            lines.clear();
        }
        taken.clear();
        merged.clear();
        covered = new int[rows.limits().columns() + 1];
        row = 0;
    }
}
