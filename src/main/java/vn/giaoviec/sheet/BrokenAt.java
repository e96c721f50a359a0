package vn.giaoviec.sheet;

import java.io.IOException;

/** A file that breaks off, or stops making sense, at a place that can be named. */
final class BrokenAt extends IOException {
    private static final long serialVersionUID = 1L;

    private final String sheet;
    private final int row;

    BrokenAt(String sheet, int row, Throwable cause) {
        super(cause);
        this.sheet = sheet;
        this.row = row;
    }

    String sheet() {
        return sheet;
    }

    /** The row that was being read. */
    int row() {
        return row;
    }
}
