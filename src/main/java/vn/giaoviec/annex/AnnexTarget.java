package vn.giaoviec.annex;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an annex of targets, as understood.
 *
 * @param table number of its table
 * @param sheet name of its sheet, or {@code #} and the number of the table in a document
 * @param row its row number there
 * @param code as written, empty if there is none
 * @param name the indicator
 * @param measure unit of measure, or null
 * @param wanted the figure wanted in the plan year, or null if a person must say
 * @param milestones figures by their own columns, by the words above them, in their order
 * @param leads who follows or reports it
 * @param source where the figure comes from, empty if it is not said
 * @param deadline as written, empty if it is not said
 * @param cells what is written, by column
 * @param indicators indicators of the plan it may be, the likeliest first
 * @param warnings what a person should know
 */
public record AnnexTarget(
        int table,
        String sheet,
        int row,
        String code,
        String name,
        @Nullable String measure,
        @Nullable Figure wanted,
        Map<String, String> milestones,
        List<Named> leads,
        String source,
        String deadline,
        Map<AnnexColumn, String> cells,
        List<Guess> indicators,
        List<Warning> warnings) {

    /**
     * @param operator {@code =}, {@code >=} or {@code >}
     * @param from the figure, or the lower one of two
     * @param to the upper one of two, or null
     * @param measure the unit of measure written beside it, or null
     * @param strive whether the plan only strives for it
     */
    public record Figure(
            String operator,
            BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String measure,
            boolean strive) {}
}
