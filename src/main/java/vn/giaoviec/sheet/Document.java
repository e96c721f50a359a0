package vn.giaoviec.sheet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DOCX, read as a stream: its tables, and the lines around them. */
final class Document {
    private static final int DEEPEST = 8;
    private static final int MOST_TABLES = 2_000;
    /** So much of an inner table is also told in its cell; where there is more, the cell says so. */
    private static final int MOST_TOLD = 2_000;

    private final Rows rows;
    private final Numbering numbering;
    private final List<Grid> grids = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> shapes = new ArrayList<>();
    private final Deque<DocumentTable> tables = new ArrayDeque<>();
    /** Where text goes: the body, and within it cells and shapes. */
    private final Deque<StringBuilder> texts = new ArrayDeque<>();

    private int seen;
    private boolean hidden;
    private boolean inside;
    private String list = "";
    private int level;

    private Document(Rows rows, Numbering numbering) {
        this.rows = rows;
        this.numbering = numbering;
        texts.push(new StringBuilder());
    }

    static TableFile read(Parts parts, String main, Rows rows) throws IOException {
        List<String> around = new ArrayList<>();
        Numbering numbering = Numbering.none();
        for (Parts.Target target : parts.related(main)) {
            if (target.type().equals("header") || target.type().equals("footer")) {
                Document page = new Document(rows, Numbering.none());
                page.walk(parts, target.part());
                around.addAll(page.everyLine());
            } else if (target.type().equals("numbering")) {
                try (Xml xml = parts.xml(target.part())) {
                    numbering = Numbering.read(xml);
                }
            }
        }
        Document body = new Document(rows, numbering);
        body.walk(parts, main);
        around.addAll(body.shapes);
        around.addAll(body.lines);
        body.grids.sort(java.util.Comparator.comparingInt(Grid::number));
        return new TableFile(TableFile.Kind.DOCX, body.grids, around);
    }

    private List<String> everyLine() {
        List<String> all = new ArrayList<>(lines);
        all.addAll(shapes);
        for (Grid grid : grids) {
            all.addAll(grid.above());
            grid.rows().forEach(row -> row.cells()
                    .forEach(cell -> all.addAll(cell.text().lines().toList())));
        }
        return all;
    }

    private void walk(Parts parts, String part) throws IOException {
        try (Xml xml = parts.xml(part)) {
            while (xml.next()) {
                if (xml.isStart()) {
                    begins(xml);
                } else if (xml.isEnd()) {
                    ends(xml.name());
                } else if (inside && !hidden) {
                    xml.charactersTo(text());
                    DocumentTable table = tables.peek();
                    rows.fits(
                            table == null ? "" : table.label(),
                            table == null ? 0 : table.row(),
                            table == null ? 0 : table.column(),
                            text().length());
                }
            }
        } catch (IOException broken) {
            DocumentTable table = tables.peek();
            if (table == null) {
                throw broken;
            }
            throw new BrokenAt(table.label(), table.row(), broken);
        }
    }

    private StringBuilder text() {
        StringBuilder text = texts.peek();
        return text == null ? new StringBuilder() : text;
    }

    private void begins(Xml xml) throws IOException {
        DocumentTable table = tables.peek();
        switch (xml.name()) {
            case "Fallback", "moveFrom", "del", "instrText", "pPrChange", "rPrChange", "tcPrChange", "trPrChange" ->
                xml.skip(); // said twice, moved, deleted, computed, or as it was
            case "tbl" -> begin(table);
            case "tr" -> required(table).beginRow();
            case "gridBefore" -> required(table).skip(xml.number("val", 0, 63));
            case "tc" -> {
                required(table).beginCell();
                texts.push(new StringBuilder());
            }
            case "gridSpan" -> required(table).span(xml.number("val", 1, 63));
            case "vMerge" ->
                required(table).continues(!xml.attribute("val", "continue").equals("restart"));
            case "txbxContent" -> texts.push(new StringBuilder());
            case "p" -> list = "";
            case "numId" -> list = xml.attribute("val", "");
            case "ilvl" -> level = xml.number("val", 0, 8);
            case "r" -> hidden = false;
            case "vanish" -> hidden = !xml.attribute("val", "1").matches("0|false");
            case "t" -> {
                inside = true;
                number();
            }
            case "tab" -> text().append(text().isEmpty() ? "" : " ");
            case "br", "cr" -> text().append('\n');
            case "noBreakHyphen" -> text().append('-');
            default -> {
                // how it looks
            }
        }
    }

    /** The paragraph's own number, written before its first word, or alone in a cell. */
    private void number() {
        if (!list.isEmpty()) {
            String label = numbering.next(list, level);
            text().append(label.isEmpty() ? "" : label + " ");
            list = "";
            level = 0;
        }
    }

    private void begin(@Nullable DocumentTable outer) throws IOException {
        if (tables.size() == DEEPEST || seen == MOST_TABLES) {
            throw new IOException("too many tables");
        }
        Grid.Inside place = outer == null ? null : new Grid.Inside(outer.number(), outer.row());
        tables.push(new DocumentTable(++seen, outer == null ? List.copyOf(lines) : List.of(), place, rows));
        if (outer == null) {
            lines.clear();
        }
    }

    private void ends(String name) throws IOException {
        switch (name) {
            case "t" -> inside = false;
            case "p" -> {
                number();
                hidden = false;
                if (texts.size() == 1) {
                    rows.line(SeparatedText.clean(text().toString()), lines);
                    text().setLength(0);
                } else {
                    text().append('\n');
                }
            }
            case "txbxContent" -> {
                for (String line : texts.pop().toString().split("\n", -1)) {
                    rows.line(SeparatedText.clean(line), shapes);
                }
            }
            case "tc" ->
                required(tables.peek()).endCell(SeparatedText.clean(texts.pop().toString()));
            case "tr" -> required(tables.peek()).endRow();
            case "tbl" -> {
                Grid grid = tables.pop().grid();
                grids.add(grid);
                if (grid.inside() != null) {
                    tellInside(grid);
                }
            }
            default -> {
                // how it looks
            }
        }
    }

    private void tellInside(Grid grid) {
        StringBuilder told = new StringBuilder();
        boolean cut = false;
        for (Row row : grid.rows()) {
            for (Cell cell : row.cells()) {
                cut |= cell.cut();
                if (told.length() <= MOST_TOLD) {
                    told.append(cell.text()).append(' ');
                }
            }
            told.append('\n');
        }
        if (told.length() > MOST_TOLD) {
            cut = true;
            told.setLength(Math.max(MOST_TOLD / 2, told.lastIndexOf(" ", MOST_TOLD)));
            told.append("\u2026\n");
        }
        text().append(told);
        DocumentTable outer = tables.peek();
        if (cut && outer != null) {
            outer.cut();
        }
    }

    private static DocumentTable required(@Nullable DocumentTable table) throws IOException {
        if (table == null) {
            throw new IOException("a row outside of a table");
        }
        return table;
    }
}
