package vn.giaoviec.sheet;

import java.util.List;
import vn.giaoviec.shared.Refusal;

/** Collects the rows of a file, and refuses what is more than its limits. What it holds is bounded, whatever the file is. */
final class Rows {
    private static final int LONGEST_CELL = 32_767;
    private static final int MOST_CHARACTERS = 8_000_000;
    private static final int MOST_CELLS = 400_000;
    private static final int COST_OF_A_LINE = 20;

    private final Limits limits;
    private int rows;
    private int cells;
    private int characters;

    Rows(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** Adds a row to those of its sheet, unless it is empty. */
    void take(String sheet, int number, List<Cell> row, boolean hidden, List<Row> to) {
        int filled = row.size();
        while (filled > 0 && row.get(filled - 1).kind() == Cell.Kind.EMPTY) {
            filled--;
        }
        if (filled == 0) {
            return;
        }
        if (rows++ == limits.rows()) {
            throw new Refusal("refusal.sheetTooLong", limits.rows(), sheet, number);
        }
        if (filled > limits.columns()) {
            throw new Refusal("refusal.sheetTooWide", number, limits.columns(), sheet);
        }
        for (int column = 0; column < filled; column++) {
            count(sheet, number, column, row.get(column).text().length());
        }
        to.add(new Row(number, List.copyOf(row.subList(0, filled)), hidden));
    }

    private void count(String sheet, int row, int column, int length) {
        if (length > LONGEST_CELL) {
            throw new Refusal("refusal.cellTooLong", sheet, row, Columns.letters(column), LONGEST_CELL);
        }
        characters += length;
        cells += length == 0 ? 0 : 1;
        if (characters > MOST_CHARACTERS || cells > MOST_CELLS) {
            throw new Refusal("refusal.tooMuchText", sheet, row);
        }
    }

    /** Refuses a cell while it is still being read. */
    void fits(String sheet, int row, int column, int length) {
        if (length > LONGEST_CELL * 2) {
            throw new Refusal("refusal.cellTooLong", sheet, row, Columns.letters(column), LONGEST_CELL);
        }
    }

    /** A line outside of tables; as long as a cell may be. */
    void line(String words, List<String> to) {
        String line = words.length() > LONGEST_CELL ? words.substring(0, LONGEST_CELL) : words;
        characters += line.length() + COST_OF_A_LINE;
        if (characters > MOST_CHARACTERS) {
            throw new Refusal("refusal.tooMuchText", "", to.size());
        }
        if (!line.isBlank()) {
            to.add(line);
        }
    }
}
