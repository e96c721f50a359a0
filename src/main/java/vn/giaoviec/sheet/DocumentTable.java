package vn.giaoviec.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of a document while it is read. */
final class DocumentTable {
    private final int number;
    private final List<String> above;
    private final Grid.@Nullable Inside inside;
    private final Rows rows;
    private final List<Row> taken = new ArrayList<>();
    private final List<Area> merged = new ArrayList<>();
    /** Areas that may go on in the next row, by their first column. */
    private Map<Integer, Area> open = new HashMap<>();

    private Map<Integer, Area> goingOn = new HashMap<>();
    private List<Cell> cells = new ArrayList<>();
    private int row;
    private int column;
    private int span = 1;
    private @Nullable Boolean continues;
    private boolean cut;

    DocumentTable(int number, List<String> above, Grid.@Nullable Inside inside, Rows rows) {
        this.number = number;
        this.above = above;
        this.inside = inside;
        this.rows = rows;
    }

    int number() {
        return number;
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    String label() {
        return "#" + number;
    }

    void beginRow() {
        row++;
        column = 0;
        cells = new ArrayList<>();
        goingOn = new HashMap<>();
    }

    void skip(int columns) {
        column += columns;
    }

    void beginCell() {
        span = 1;
        continues = null;
        cut = false;
    }

    /** More stands in the cell than will be told of it. */
    void cut() {
        cut = true;
    }

    void span(int columns) {
        span = Math.max(1, columns);
    }

    void continues(boolean above) {
        continues = above;
    }

    void endCell(String text) {
        Area going = continues == null || !continues ? null : open.get(column);
        if (going != null) {
            goingOn.put(
                    column,
                    new Area(
                            going.firstRow(),
                            row,
                            going.firstColumn(),
                            Math.min(going.lastColumn(), column + span - 1)));
        } else {
            close(open.remove(column));
            Area own = new Area(row, row, column, column + span - 1);
            if (continues != null) {
                goingOn.put(column, own);
            } else {
                close(own);
            }
        }
        int at = Math.min(column, rows.limits().columns());
        while (cells.size() <= at) {
            cells.add(Cell.EMPTY);
        }
        cells.set(at, cut ? Cell.text(text).cutShort() : Cell.text(text));
        column += span;
    }

    void endRow() {
        open.forEach((at, area) -> {
            if (!goingOn.containsKey(at)) {
                close(area);
            }
        });
        open = goingOn;
        rows.take(label(), row, cells, false, taken);
    }

    private void close(@Nullable Area area) {
        if (area != null && merged.size() <= Grid.MOST_MERGES && (area.spansRows() || area.spansColumns())) {
            merged.add(area);
        }
    }

    Grid grid() {
        open.values().forEach(this::close);
        return new Grid("", number, false, above, taken, merged, inside, Set.of());
    }
}
