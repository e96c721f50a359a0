package vn.giaoviec.sheet;

/**
 * Cells that are merged into one; what they hold stands in the first.
 *
 * @param firstRow number of the first row
 * @param lastRow number of the last row
 * @param firstColumn the first column, from 0
 * @param lastColumn the last column
 */
public record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    /** Whether it holds cells of several rows. */
    public boolean spansRows() {
        return lastRow > firstRow;
    }

    /** Whether it holds cells of several columns. */
    public boolean spansColumns() {
        return lastColumn > firstColumn;
    }
}
