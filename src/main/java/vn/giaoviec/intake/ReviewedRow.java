package vn.giaoviec.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.annex.AnnexColumn;
import vn.giaoviec.annex.AnnexRow;
import vn.giaoviec.annex.Guess;
import vn.giaoviec.annex.Warning;
import vn.giaoviec.plan.Deadline;

/**
 * A row of tasks as it would enter the plan: what was understood, what people decided on its names, and what they decided on
 * the row itself; the later overrules the earlier.
 *
 * @param line place of the row in the annex, from 1
 * @param read what was understood
 * @param leftOut whether it is not taken over: by decision, or because it is secret
 * @param code its code in the plan
 * @param title what is to be done
 * @param leads who leads
 * @param coordinating who co-ordinates
 * @param deadline the deadline
 * @param dueOn its day, or null while nobody knows
 * @param deliverable the product; may be empty
 * @param group number of the solution group, or null while undecided
 * @param supports weight by indicator, or null while undecided
 * @param suggested indicators to propose
 * @param open what has to be decided before it can be taken over
 * @param decided on which fields a person has decided
 */
public record ReviewedRow(
        int line,
        AnnexRow read,
        boolean leftOut,
        String code,
        String title,
        List<Body> leads,
        List<Body> coordinating,
        Deadline deadline,
        @Nullable LocalDate dueOn,
        String deliverable,
        @Nullable Integer group,
        @Nullable Map<String, Integer> supports,
        List<Guess> suggested,
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

    /** Whether it is secret, and nothing but its place is known. */
    public boolean isStub() {
        return read.kind() == AnnexRow.Kind.STUB;
    }

    /** What a person should look at, but need not decide. */
    public List<Warning> hints() {
        return read.warnings().stream()
                .filter(warning -> warning.severity() != Warning.Severity.ERROR)
                .toList();
    }

    /** Whether anything of it deserves a look. */
    public boolean isDoubtful() {
        return read.warnings().stream().anyMatch(warning -> warning.severity() == Warning.Severity.WARNING);
    }

    ReviewedRow with(String newCode, List<Warning> stillOpen) {
        return new ReviewedRow(
                line,
                read,
                leftOut,
                newCode,
                title,
                leads,
                coordinating,
                deadline,
                dueOn,
                deliverable,
                group,
                supports,
                suggested,
                List.copyOf(stillOpen),
                decided);
    }
}
