package vn.giaoviec.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import vn.giaoviec.shared.Refusal;

/**
 * The first sheet of a file that a person brought: XLSX, or CSV in UTF-8. What it is, is told from its content, never from
 * its name. Nothing in it is computed, followed or fetched.
 */
public final class Sheet {
    private static final int MEGABYTE = 1024 * 1024;

    private Sheet() {}

    /**
     * Reads a file.
     *
     * @return the rows with something in them, in their order
     * @throws Refusal if it is too large, no spreadsheet, protected by a password, or built to do harm
     */
    public static List<Row> read(InputStream file, Limits limits) throws IOException {
        byte[] content = file.readNBytes(limits.bytes() + 1);
        if (content.length > limits.bytes()) {
            throw new Refusal("refusal.fileTooLarge", Math.max(1, limits.bytes() / MEGABYTE));
        }
        if (content.length == 0) {
            throw new Refusal("refusal.fileIsEmpty");
        }
        List<Row> rows = new ArrayList<>();
        Taker taker = (number, cells) -> take(number, cells, limits, rows);
        switch (SheetKind.of(content)) {
            case XLSX -> Workbook.read(content, taker);
            case TEXT -> SeparatedText.read(content, taker);
            case PROTECTED -> throw new Refusal("refusal.sheetProtected");
            case OLD_EXCEL -> throw new Refusal("refusal.sheetOld");
            case OTHER -> throw new Refusal("refusal.sheetUnreadable");
        }
        return rows;
    }

    private static void take(int number, List<Cell> cells, Limits limits, List<Row> rows) {
        int filled = cells.size();
        while (filled > 0 && cells.get(filled - 1).kind() == Cell.Kind.EMPTY) {
            filled--;
        }
        if (filled == 0) {
            return;
        }
        if (rows.size() == limits.rows()) {
            throw new Refusal("refusal.sheetTooLong", limits.rows());
        }
        if (filled > limits.columns()) {
            throw new Refusal("refusal.sheetTooWide", number, limits.columns());
        }
        rows.add(new Row(number, List.copyOf(cells.subList(0, filled))));
    }

    /** Is given the rows of a file one by one. */
    interface Taker {
        void take(int number, List<Cell> cells);
    }
}
