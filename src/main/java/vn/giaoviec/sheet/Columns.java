package vn.giaoviec.sheet;

import org.apache.poi.ss.util.CellReference;

/** How spreadsheets name columns. */
final class Columns {
    private Columns() {}

    /** {@code A} for 0. */
    static String letters(int column) {
        return CellReference.convertNumToColString(column);
    }
}
