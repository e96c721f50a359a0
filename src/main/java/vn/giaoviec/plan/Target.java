package vn.giaoviec.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.Text;

/**
 * What the plan wants of an indicator (chỉ tiêu).
 *
 * @param code e.g. {@code CQ2a}
 * @param bullet its bullet in the published plan; several indicators may share one; null for the two overall indices
 * @param pillar the pillar's code, or null for the overall indices
 * @param name the wording of the plan
 * @param kind numeric, qualitative (yes or no), or a direction without a figure
 * @param operator {@code =}, {@code >=} or {@code >} for numeric targets, else null
 * @param figure the target figure, else null
 * @param measure its unit of measure, e.g. {@code %}, else null
 * @param strive whether the plan only strives for it (phấn đấu)
 * @param owner code of the unit that answers for its measured value and, unless it has parts, reports it; null while the plan
 *     names none
 * @param parts the units that report a part of it each, or null if nobody but the owner reports
 */
public record Target(
        String code,
        @Nullable Integer bullet,
        @Nullable String pillar,
        Text name,
        Kind kind,
        @Nullable String operator,
        @Nullable BigDecimal figure,
        @Nullable String measure,
        boolean strive,
        @Nullable String owner,
        @Nullable Parts parts) {

    /** Whether it is a share in percent. */
    public boolean isPercent() {
        return "%".equals(measure);
    }

    /** What kind of thing is wanted. */
    public enum Kind {
        NUMERIC,
        QUALITATIVE,
        DIRECTION
    }
}
