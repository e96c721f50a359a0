package vn.giaoviec.plan;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another unit takes over what plans say of one that ends. Who led an assignment that is issued stays to be read there: the
 * case says who carries it on.
 */
@Service
public class PassOnParts {
    private final PassedOnTable table;

    PassOnParts(PassedOnTable table) {
        this.table = table;
    }

    /**
     * Ownership and reporting of indicators, appraisals to come, and every part in plans not issued yet; what was reported
     * stays the old unit's.
     *
     * @param fromYear the first plan year that is not over
     * @return how many indicators have another owner or reporter
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int indicators(int fromYear, String from, String to) {
        table.appraisals(fromYear, from, to);
        table.partsNotIssued(from, to);
        return table.owners(fromYear, from, to) + table.reporters(fromYear, from, to);
    }

    /** The co-ordination of one assignment, unless the other unit has a part in it already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void coordination(int year, String assignment, String from, String to) {
        table.coordination(year, assignment, from, to);
    }
}
