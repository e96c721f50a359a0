package vn.giaoviec.annex;

import java.util.List;
import vn.giaoviec.sheet.Grid;
import vn.giaoviec.sheet.Row;

/**
 * A table of an annex with its rows, also where it goes on in a further table of the document.
 *
 * @param table what it is
 * @param periods the columns of its deadline, if it has several
 * @param lines its rows below the header
 */
record FoundTable(AnnexTable table, PeriodColumnPhrase periods, List<Line> lines) {
    /**
     * @param grid where it stands
     * @param row the row
     * @param begins whether a page may have ended before it
     */
    record Line(Grid grid, Row row, boolean begins) {}
}
