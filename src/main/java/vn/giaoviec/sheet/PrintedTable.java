package vn.giaoviec.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that people read on a page, on paper, or in a spreadsheet: the same one in each.
 *
 * @param title what it shows; also the name of its sheet
 * @param columns from left to right
 * @param rows each has an item for every column
 */
public record PrintedTable(String title, List<Column> columns, List<List<Item>> rows) {
    /** Whether all columns but the first are numbers. */
    public boolean figures() {
        return rows.stream().flatMap(row -> row.stream().skip(1)).allMatch(item -> item.number != null);
    }

    /**
     * @param heading what stands above it
     * @param width how wide it is, in letters
     */
    public record Column(String heading, int width) {}

    /**
     * What stands in a cell.
     *
     * @param text as people read it; it may come of strangers, and is never a formula
     * @param number the same as a number for spreadsheets, or null if it is none
     * @param percent whether the number is a share of one, read in percent
     * @param at an address of ours with more about it, or null
     */
    public record Item(
            String text,
            @Nullable Double number,
            boolean percent,
            @Nullable String at) {
        public static Item text(String text) {
            return new Item(text, null, false, null);
        }

        public static Item count(long number) {
            return new Item(String.valueOf(number), (double) number, false, null);
        }

        /**
         * @param share between 0 and 1
         * @param text the same as people of that language read it
         */
        public static Item share(double share, String text) {
            return new Item(text, share, true, null);
        }

        /** The same, leading to an address of ours. */
        public Item at(String address) {
            return new Item(text, number, percent, address);
        }
    }
}
