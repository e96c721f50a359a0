package vn.giaoviec.sheet;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** XLSX, read as a stream: only what the limits allow is ever held. */
final class Workbook {
    private static final int MOST_SHEETS = 500;

    private final Parts parts;
    private final Rows rows;
    private final Map<String, Parts.Target> related = new HashMap<>();
    private WorkbookWords words = WorkbookWords.none();
    private WorkbookFormats formats = WorkbookFormats.plain(false);
    private final List<String> around = new ArrayList<>();

    private Workbook(Parts parts, Rows rows) {
        this.parts = parts;
        this.rows = rows;
    }

    /**
     * @param main the part that names the sheets
     * @param whole whether all sheets are read, or only the first that people see
     */
    static TableFile read(Parts parts, String main, Rows rows, boolean whole) throws IOException {
        return new Workbook(parts, rows).read(main, whole);
    }

    private TableFile read(String main, boolean whole) throws IOException {
        for (Parts.Target target : parts.related(main)) {
            related.put(target.id(), target);
        }
        List<Tab> tabs = new ArrayList<>();
        boolean from1904 = false;
        try (Xml xml = parts.xml(main)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = xml.is("date1904");
                } else if (xml.starts("sheet")) {
                    if (tabs.size() == MOST_SHEETS) {
                        throw new IOException("too many sheets");
                    }
                    tabs.add(new Tab(
                            SeparatedText.clean(xml.attribute("name", "")),
                            xml.attribute("id", ""),
                            !xml.attribute("state", "visible").equals("visible")));
                }
            }
        }
        for (Parts.Target target : related.values()) {
            if (target.type().equals("sharedStrings")) {
                try (Xml xml = parts.xml(target.part())) {
                    words = WorkbookWords.read(xml);
                }
            }
        }
        formats = formats(from1904);
        List<Grid> grids = new ArrayList<>();
        Set<String> read = new HashSet<>();
        for (int at = 0; at < tabs.size(); at++) {
            Tab tab = tabs.get(at);
            Parts.Target target = related.get(tab.id);
            if (target == null || !read.add(target.part())) {
                throw new IOException("no sheet " + tab.id);
            }
            if (target.type().equals("worksheet") && (whole || !tab.hidden)) {
                grids.add(new SheetOf(tab, at + 1).read(target.part()));
                if (!whole) {
                    break;
                }
            }
        }
        return new TableFile(TableFile.Kind.XLSX, grids, around);
    }

    private WorkbookFormats formats(boolean from1904) throws IOException {
        for (Parts.Target target : related.values()) {
            if (target.type().equals("styles")) {
                try (Xml xml = parts.xml(target.part())) {
                    return WorkbookFormats.read(xml, from1904);
                }
            }
        }
        return WorkbookFormats.plain(from1904);
    }

    private record Tab(String name, String id, boolean hidden) {}

    /** One sheet while it is read. */
    private final class SheetOf {
        private final Tab tab;
        private final int number;
        private final List<Row> taken = new ArrayList<>();
        private final List<Area> merged = new ArrayList<>();
        private final Set<Integer> hiddenColumns = new HashSet<>();
        private int row;

        SheetOf(Tab tab, int number) {
            this.tab = tab;
            this.number = number;
        }

        Grid read(String part) throws IOException {
            try (Xml xml = parts.xml(part)) {
                while (xml.next()) {
                    if (xml.starts("col") && xml.is("hidden")) {
                        hide(xml);
                    } else if (xml.starts("row")) {
                        row(xml);
                    } else if (xml.starts("mergeCell")) {
                        merge(xml.attribute("ref", ""));
                    } else if (xml.isStart() && xml.name().matches("(odd|even|first)(Header|Footer)")) {
                        pageLine(xml);
                    }
                }
            } catch (IOException | IllegalArgumentException broken) {
                throw new BrokenAt(tab.name, row, broken);
            }
            for (Parts.Target drawing : parts.related(part)) {
                if (drawing.type().equals("drawing")) {
                    try (Xml xml = parts.xml(drawing.part())) {
                        shapes(xml);
                    }
                }
            }
            return new Grid(tab.name, number, tab.hidden, List.of(), taken, merged, null, hiddenColumns);
        }

        /** Often all columns up to the last there can be are hidden; those beyond the limits can have nothing in them. */
        private void hide(Xml xml) throws IOException {
            int last = Math.min(xml.number("max", 1, 1 << 20), rows.limits().columns());
            for (int column = xml.number("min", 1, 1 << 20); column <= last; column++) {
                hiddenColumns.add(column - 1);
            }
        }

        private void row(Xml xml) throws IOException {
            int written = xml.number("r", row + 1, 1 << 20);
            if (written <= row) {
                throw new IOException("rows are out of order");
            }
            row = written;
            boolean hidden = xml.is("hidden");
            List<Cell> cells = new ArrayList<>();
            int column = -1;
            while (xml.next() && !xml.ends("row")) {
                if (xml.starts("c")) {
                    String reference = xml.attribute("r");
                    column = reference == null ? column + 1 : new CellReference(reference).getCol();
                    Cell cell = cell(xml, column);
                    if (cell.kind() != Cell.Kind.EMPTY) {
                        put(cells, column, cell);
                    }
                }
            }
            rows.take(tab.name, row, cells, hidden, taken);
        }

        /** Beyond what is allowed one column is enough to be refused by. */
        private void put(List<Cell> cells, int column, Cell cell) {
            int at = Math.min(column, rows.limits().columns());
            while (cells.size() <= at) {
                cells.add(Cell.EMPTY);
            }
            cells.set(at, cell);
        }

        private Cell cell(Xml xml, int column) throws IOException {
            String type = xml.attribute("t", "n");
            int style = xml.number("s", 0, Integer.MAX_VALUE);
            StringBuilder text = new StringBuilder();
            boolean value = false;
            boolean formula = false;
            boolean inside = false;
            while (xml.next() && !xml.ends("c")) {
                if (xml.starts("rPh")) {
                    xml.skip();
                } else if (xml.starts("f")) {
                    formula = true;
                } else if (xml.name().equals("v") || xml.name().equals("t")) {
                    inside = xml.isStart();
                    value = true;
                } else if (inside) {
                    xml.charactersTo(text);
                    rows.fits(tab.name, row, column, text.length());
                }
            }
            if (!value) {
                return formula ? Cell.BROKEN : Cell.EMPTY;
            }
            return switch (type) {
                case "s" -> Cell.text(words.get(text.toString()));
                case "str", "inlineStr" -> Cell.text(WorkbookWords.clean(text));
                case "b" -> Cell.text(text.toString().equals("1") ? "TRUE" : "FALSE");
                case "e" -> Cell.BROKEN;
                case "d" -> day(text.toString());
                default -> text.isEmpty() ? Cell.EMPTY : formats.cell(text.toString(), style);
            };
        }

        private void merge(String reference) {
            CellRangeAddress range = CellRangeAddress.valueOf(reference);
            Area area = new Area(
                    range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn(), range.getLastColumn());
            if (merged.size() <= Grid.MOST_MERGES && (area.spansRows() || area.spansColumns())) {
                merged.add(area);
            }
        }

        /** What is printed above or below each page, without the signs that say where and how. */
        private void pageLine(Xml xml) throws IOException {
            String name = xml.name();
            StringBuilder text = new StringBuilder();
            while (xml.next() && !xml.ends(name)) {
                xml.charactersTo(text);
            }
            for (String words : text.toString().split("&[LCR]", -1)) {
                rows.line(
                        SeparatedText.clean(words.replaceAll("&(\"[^\"]*\"|K[0-9A-Fa-f]{6}|\\d+|[A-Z])", "")), around);
            }
        }

        private void shapes(Xml xml) throws IOException {
            StringBuilder text = new StringBuilder();
            boolean inside = false;
            while (xml.next()) {
                if (xml.name().equals("t")) {
                    inside = xml.isStart();
                } else if (xml.ends("p")) {
                    rows.line(SeparatedText.clean(text.toString()), around);
                    text.setLength(0);
                } else if (inside) {
                    xml.charactersTo(text);
                }
            }
        }
    }

    private static Cell day(String iso) {
        try {
            var day = iso.length() > 10
                    ? LocalDateTime.parse(iso.replace("Z", "")).toLocalDate()
                    : java.time.LocalDate.parse(iso);
            return Cell.date(day, "%1$td/%1$tm/%1$tY".formatted(day));
        } catch (DateTimeException noDay) {
            return Cell.BROKEN;
        }
    }
}
