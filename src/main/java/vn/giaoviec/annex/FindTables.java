package vn.giaoviec.annex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.HeaderWords.Hit;
import vn.giaoviec.sheet.Area;
import vn.giaoviec.sheet.Cell;
import vn.giaoviec.sheet.Grid;
import vn.giaoviec.sheet.Row;
import vn.giaoviec.sheet.TableFile;

/** Finds the tables of an annex in a file by the words of their headers, and the lines that stand outside of them. */
final class FindTables {
    private static final int LONGEST_HEADER = 120;

    private final HeaderWords words;
    private final List<FoundTable> found = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();
    private final List<Grid> hidden = new ArrayList<>();
    private @Nullable FoundTable last;
    private int widthOfLast;
    /** Whether the table has one column, so that one word is a header. */
    private boolean narrow;

    FindTables(HeaderWords words) {
        this.words = words;
    }

    /** Looks through a file. */
    void in(TableFile file) {
        outside.addAll(file.around());
        List<Integer> annexGrids = new ArrayList<>();
        for (Grid grid : file.grids()) {
            outside.addAll(grid.above());
            if (grid.hidden()) {
                hidden.add(grid);
            } else if (grid.inside() == null
                    || !annexGrids.contains(grid.inside().grid())) {
                int before = found.size();
                in(grid);
                if (found.size() > before || last != null) {
                    annexGrids.add(grid.number());
                }
            }
        }
    }

    /** The tables that have rows. */
    List<FoundTable> found() {
        return found.stream().filter(table -> !table.lines().isEmpty()).toList();
    }

    /** Text of the file that belongs to no table, in its order. */
    List<String> outside() {
        return outside;
    }

    List<Grid> hidden() {
        return hidden;
    }

    private void in(Grid grid) {
        int width =
                grid.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        narrow = width == 1;
        List<String> titles = new ArrayList<>(grid.above());
        FoundTable current = goesOn(grid, width) ? last : null;
        boolean begins = true;
        for (int at = 0; at < grid.rows().size(); at++) {
            Row row = grid.rows().get(at);
            Header header = header(grid, at);
            if (header != null) {
                at += header.rows - 1;
                if (current == null || !current.table().columns().equals(header.columns)) {
                    current = begin(grid, row, header, titles);
                }
                widthOfLast = Math.max(width, 1);
                begins = true;
            } else if (current == null) {
                List<String> line = texts(row);
                outside.addAll(line);
                titles.addAll(line);
            } else if (!isGuide(row, current.table().columns())) {
                current.lines().add(new FoundTable.Line(grid, row, begins));
                begins = false;
            }
        }
        last = current;
    }

    /** A table without a header right below another of the same width is the rest of it. */
    private boolean goesOn(Grid grid, int width) {
        return last != null
                && grid.name().isEmpty()
                && Math.abs(width - widthOfLast) <= 1
                && grid.above().stream().allMatch(line -> line.length() <= 20);
    }

    private FoundTable begin(Grid grid, Row row, Header header, List<String> titles) {
        String title = titles.isEmpty() ? null : PersonPhrase.without(String.join(" ", titles));
        AnnexTable table = new AnnexTable(
                found.size() + 1,
                header.kind,
                grid.label(),
                title == null || title.length() <= 400 ? title : title.substring(0, 400),
                row.number(),
                header.columns,
                header.texts);
        FoundTable begun = new FoundTable(table, PeriodColumnPhrase.of(table), new ArrayList<>());
        found.add(begun);
        titles.clear();
        return begun;
    }

    private static List<String> texts(Row row) {
        return row.cells().stream()
                .map(Cell::shown)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The row that counts the columns, below some headers. */
    private static boolean isGuide(Row row, Map<AnnexColumn, Integer> columns) {
        List<String> filled = row.cells().stream()
                .map(Cell::shown)
                .filter(text -> !text.isBlank())
                .toList();
        Integer title = columns.get(AnnexColumn.TITLE);
        return title != null
                && row.cell(title).shown().matches("\\(?(\\d{1,2}|[A-Z])\\)?")
                && filled.stream().allMatch(text -> text.matches("\\(?(\\d{1,2}|[A-Z])\\)?(=.*)?"));
    }

    private @Nullable Header header(Grid grid, int at) {
        Row row = grid.rows().get(at);
        if (row.cells().stream()
                .allMatch(cell ->
                        cell.text().length() > LONGEST_HEADER || cell.text().isEmpty())) {
            return null;
        }
        Map<Integer, String> texts = new TreeMap<>();
        int width = Math.max(row.cells().size(), widthAt(grid, at + 1));
        for (int column = 0; column < width; column++) {
            String text = grid.seen(row, column).shown();
            if (!text.isBlank()) {
                texts.put(column, text);
            }
        }
        Header two =
                at + 1 < grid.rows().size() ? twoRows(grid, row, grid.rows().get(at + 1), texts) : null;
        return two != null ? two : header(texts, distinct(grid, row, texts), 1);
    }

    private static int widthAt(Grid grid, int at) {
        return at < grid.rows().size() ? grid.rows().get(at).cells().size() : 0;
    }

    /** One text for cells that are merged. */
    private static Map<Integer, String> distinct(Grid grid, Row row, Map<Integer, String> texts) {
        Map<Integer, String> distinct = new LinkedHashMap<>();
        texts.forEach((column, text) -> {
            Area area = grid.area(row.number(), column).orElse(null);
            if (area == null || area.firstColumn() == column) {
                distinct.put(column, text);
            }
        });
        return distinct;
    }

    /** A header whose second row divides cells of the first. */
    private @Nullable Header twoRows(Grid grid, Row first, Row second, Map<Integer, String> above) {
        Map<Integer, String> both = new TreeMap<>(distinct(grid, first, above));
        if (both.size() < 2
                || both.values().stream().noneMatch(text -> words.read(text).isPresent())) {
            return null; // a title above the header
        }
        Map<Integer, Hit> hits = new TreeMap<>();
        Set<Integer> years = new HashSet<>();
        Set<Integer> periods = new TreeSet<>();
        for (int column = 0; column < second.cells().size(); column++) {
            String child = second.cell(column).shown();
            if (child.isBlank()) {
                continue;
            }
            String parent = parent(column, above);
            boolean wide =
                    grid.area(first.number(), column).filter(Area::spansColumns).isPresent()
                            || first.cell(column).text().isBlank()
                            || first.cell(column + 1).text().isBlank();
            if (child.length() > LONGEST_HEADER || !wide) {
                return null;
            }
            both.put(column, parent.isEmpty() ? child : parent + " " + child);
            if (PeriodColumnPhrase.isPeriod(child) && isDeadline(parent)) {
                periods.add(column);
                continue;
            }
            if (namesYear(child)) {
                years.add(column);
                continue;
            }
            Optional<Hit> hit = words.read(child).or(() -> words.read(parent + " " + child));
            if (hit.isEmpty()) {
                return null;
            }
            hits.put(column, hit.get());
        }
        if (periods.size() > 1) {
            int begin = periods.iterator().next();
            words.read(parent(begin, above)).ifPresent(hit -> hits.put(begin, hit));
            periods.remove(begin);
            years.addAll(periods); // the deadline is one, whatever it is told by
        } else if (!periods.isEmpty()) {
            return null;
        }
        if (hits.isEmpty() && years.isEmpty()) {
            return null;
        }
        Map<Integer, String> named = new TreeMap<>(both);
        named.keySet().removeAll(years); // milestones have no name but their year
        return header(both, named, hits, 2);
    }

    private boolean isDeadline(String header) {
        return words.read(header)
                .filter(hit -> hit.word() == HeaderWords.Word.DEADLINE)
                .isPresent();
    }

    private static boolean namesYear(String header) {
        return header.matches("(?s).*20\\d\\d.*");
    }

    /** The words above a cell: of its own column, or of the wide one that begins before it. */
    private static String parent(int column, Map<Integer, String> above) {
        for (int at = column; at >= 0; at--) {
            String text = above.get(at);
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private @Nullable Header header(Map<Integer, String> texts, Map<Integer, String> distinct, int rows) {
        return header(texts, distinct, Map.of(), rows);
    }

    private @Nullable Header header(
            Map<Integer, String> texts, Map<Integer, String> distinct, Map<Integer, Hit> known, int rows) {
        Map<Integer, Hit> hits = new TreeMap<>(known);
        distinct.forEach((column, text) -> {
            if (!known.containsKey(column)) {
                words.read(text).ifPresent(hit -> hits.put(column, hit));
            }
        });
        AnnexTable.Kind kind = HeaderWords.kind(hits.values()).orElse(null);
        if (kind == null || hits.size() * 2 < distinct.size() || (distinct.size() == 1 && !narrow)) {
            return null;
        }
        long exact = hits.values().stream().filter(Hit::exact).count();
        if (exact < Math.min(2, distinct.size())) {
            return null;
        }
        Map<AnnexColumn, Integer> columns = HeaderWords.columns(hits, kind);
        return columns.containsKey(AnnexColumn.TITLE) ? new Header(kind, columns, Map.copyOf(texts), rows) : null;
    }

    private record Header(
            AnnexTable.Kind kind, Map<AnnexColumn, Integer> columns, Map<Integer, String> texts, int rows) {}
}
