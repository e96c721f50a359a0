package vn.giaoviec.annex;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of an annex, as it was found.
 *
 * @param number which table it is, from 1
 * @param kind tasks or targets
 * @param sheet name of the sheet, or {@code #} and the number of the table in a document
 * @param title the words above it, or null
 * @param headerRow number of its header's first row
 * @param columns where each column stands, from 0
 * @param headers the words above each column, also of those that were not understood
 */
public record AnnexTable(
        int number,
        Kind kind,
        String sheet,
        @Nullable String title,
        int headerRow,
        Map<AnnexColumn, Integer> columns,
        Map<Integer, String> headers) {

    /** What an annex lists. */
    public enum Kind {
        TASKS,
        TARGETS
    }
}
