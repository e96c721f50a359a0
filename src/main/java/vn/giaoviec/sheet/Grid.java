package vn.giaoviec.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.Refusal;

/** A sheet of a workbook, or a table of a document: its rows, and which of its cells are merged. */
public final class Grid {
    static final int MOST_MERGES = 20_000;

    private final String name;
    private final int number;
    private final boolean hidden;
    private final List<String> above;
    private final List<Row> rows;
    private final @Nullable Inside inside;
    private final Set<Integer> hiddenColumns;
    private final NavigableMap<Integer, Row> byNumber = new TreeMap<>();
    private final Map<Integer, @Nullable Area[]> merged = new HashMap<>();

    Grid(
            String name,
            int number,
            boolean hidden,
            List<String> above,
            List<Row> rows,
            List<Area> areas,
            @Nullable Inside inside,
            Set<Integer> hiddenColumns) {
        this.name = name;
        this.number = number;
        this.hidden = hidden;
        this.above = List.copyOf(above);
        this.rows = List.copyOf(rows);
        this.inside = inside;
        this.hiddenColumns = Set.copyOf(hiddenColumns);
        rows.forEach(row -> byNumber.put(row.number(), row));
        if (areas.size() > MOST_MERGES) {
            throw new Refusal("refusal.tooManyMerges", label(), MOST_MERGES);
        }
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        areas.forEach(area -> merge(area, width));
    }

    /** No two areas may share a cell, so the work is never more than the cells there are. */
    private void merge(Area area, int width) {
        for (int at :
                byNumber.subMap(area.firstRow(), true, area.lastRow(), true).keySet()) {
            @Nullable Area[] row = merged.computeIfAbsent(at, any -> new Area[width]);
            for (int column = area.firstColumn(); column <= area.lastColumn() && column < width; column++) {
                if (row[column] != null) {
                    throw new Refusal("refusal.mergesOverlap", label(), at, Columns.letters(column));
                }
                row[column] = area;
            }
        }
    }

    /** The sheet's name; empty for a table of a document. */
    public String name() {
        return name;
    }

    /** Which sheet or table of the file it is, from 1. */
    public int number() {
        return number;
    }

    /** Whether who opens the file does not see it. */
    public boolean hidden() {
        return hidden;
    }

    /** The columns with something in them that who opens the file does not see, by what the spreadsheet calls them. */
    public NavigableMap<Integer, String> hiddenColumns() {
        NavigableMap<Integer, String> filled = new TreeMap<>();
        for (int column : hiddenColumns) {
            if (rows.stream().anyMatch(row -> row.cell(column).kind() != Cell.Kind.EMPTY)) {
                filled.put(column, Columns.letters(column));
            }
        }
        return filled;
    }

    /** The lines of a document between the table before and this one; none in a workbook. */
    public List<String> above() {
        return above;
    }

    /** The rows with something in them, in their order. */
    public List<Row> rows() {
        return rows;
    }

    /** The cell of another table in which this one stands, or null. */
    public @Nullable Inside inside() {
        return inside;
    }

    /** What people call it: its name, or {@code #} and its number. */
    public String label() {
        return name.isEmpty() ? "#" + number : name;
    }

    /** The merged area a cell belongs to. */
    public Optional<Area> area(int row, int column) {
        @Nullable Area[] areas = merged.get(row);
        return areas == null || column >= areas.length ? Optional.empty() : Optional.ofNullable(areas[column]);
    }

    /** What a person sees in a cell, whether it is its own or that of the merged area it belongs to. */
    public Cell seen(Row row, int column) {
        return area(row.number(), column)
                .map(area -> {
                    Row first = byNumber.get(area.firstRow());
                    return first == null ? Cell.EMPTY : first.cell(area.firstColumn());
                })
                .orElseGet(() -> row.cell(column));
    }

    /**
     * @param grid number of the outer table
     * @param row its row
     */
    public record Inside(int grid, int row) {}
}
