package vn.giaoviec.sheet;

import java.util.List;

/**
 * A row with something in it.
 *
 * @param number its number as the spreadsheet shows it, or its place in a table of a document, from 1
 * @param cells its cells up to the last that is filled
 * @param hidden whether who opens the file does not see it
 */
public record Row(int number, List<Cell> cells, boolean hidden) {
    /** The cell of a column, from 0; an empty one beyond the last. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
}
