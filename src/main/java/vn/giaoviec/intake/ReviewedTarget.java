package vn.giaoviec.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.AnnexColumn;
import vn.giaoviec.annex.AnnexTarget;
import vn.giaoviec.annex.Warning;
import vn.giaoviec.plan.Target;

/**
 * A row of targets as it would enter the plan.
 *
 * @param line place of the row in the annex, after all rows of tasks
 * @param read what was understood
 * @param leftOut whether it is not taken over
 * @param code its code in the plan; empty while undecided
 * @param known the target of that code in the plan it stands on, or null for a new one
 * @param name the indicator
 * @param pillar the pillar's code, or null
 * @param kind what kind of thing is wanted
 * @param operator {@code =}, {@code >=} or {@code >}, or null
 * @param figure the figure, or null
 * @param measure the unit of measure, or null
 * @param strive whether the plan only strives for it
 * @param owner the unit that reports it, or null
 * @param open what has to be decided
 * @param decided on which fields a person has decided
 */
public record ReviewedTarget(
        int line,
        AnnexTarget read,
        boolean leftOut,
        String code,
        @Nullable Target known,
        String name,
        @Nullable String pillar,
        Target.Kind kind,
        @Nullable String operator,
        @Nullable BigDecimal figure,
        @Nullable String measure,
        boolean strive,
        @Nullable String owner,
        List<Warning> open,
        Set<RowField> decided) {

    /** What is written in a column, or null if nothing is. */
    public @Nullable String written(AnnexColumn column) {
        return read.cells().get(column);
    }

    /** Whether a person has to decide something. */
    public boolean isOpen() {
        return !open.isEmpty();
    }
}
