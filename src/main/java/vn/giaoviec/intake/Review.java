package vn.giaoviec.intake;

import java.util.List;
import vn.giaoviec.annex.Annex;

/**
 * A draft as it stands now.
 *
 * @param draft the draft
 * @param annex what was understood of the file
 * @param basis what it is judged by
 * @param rows its tasks and stubs
 * @param targets its targets
 * @param names names that are not certain: undecided ones first, the most frequent first
 */
public record Review(
        Draft draft,
        Annex annex,
        Basis basis,
        List<ReviewedRow> rows,
        List<ReviewedTarget> targets,
        List<NameUse> names) {

    /** The rows that would enter the plan. */
    public List<ReviewedRow> taken() {
        return rows.stream().filter(row -> !row.leftOut()).toList();
    }

    /** The targets that would enter the plan; none if the annex brings none. */
    public List<ReviewedTarget> takenTargets() {
        return targets.stream().filter(target -> !target.leftOut()).toList();
    }

    /** How many rows, of tasks and of targets, wait for a decision. */
    public int open() {
        return (int) (rows.stream().filter(ReviewedRow::isOpen).count()
                + targets.stream().filter(ReviewedTarget::isOpen).count());
    }

    /** How many rows there are to decide on. */
    public int all() {
        return rows.size() + targets.size();
    }

    /** How many rows are secret; they stand in no figure of the plan. */
    public int stubs() {
        return (int) rows.stream().filter(ReviewedRow::isStub).count();
    }
}
