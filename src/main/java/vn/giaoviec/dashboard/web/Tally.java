package vn.giaoviec.dashboard.web;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.CaseListQuery.CaseLine;

/**
 * How many cases stand how. The total is done in time + done late + open in time + open late + suspended, as report
 * 1270/BC-TCTTTg counts; what was withdrawn, handed over or ended without a product stands beside it.
 *
 * @param counts number of cases by standing, zero included
 * @param updated open cases with recent progress
 */
record Tally(Map<Standing, Integer> counts, int updated) {

    /** @param updated keys of cases with recent progress */
    static Tally of(Collection<CaseLine> lines, Set<String> updated) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            counts.put(standing, 0);
        }
        lines.forEach(line -> counts.merge(line.standing(), 1, Integer::sum));
        return new Tally(counts, (int) lines.stream()
                .filter(line -> line.isOpen() && updated.contains(line.caseKey()))
                .count());
    }

    public int count(Standing standing) {
        return counts.getOrDefault(standing, 0);
    }

    public int done() {
        return count(Standing.DONE_IN_TIME) + count(Standing.DONE_LATE);
    }

    public int open() {
        return count(Standing.OPEN_IN_TIME) + count(Standing.OPEN_LATE);
    }

    public int total() {
        return done() + open() + count(Standing.SUSPENDED);
    }

    /** Done of the total, between 0 and 1; 0 where there is nothing to do. */
    public double completionRate() {
        return share(done(), total());
    }

    /** Open cases with recent progress of all open ones, between 0 and 1; 0 where none is open. */
    public double updateRate() {
        return share(updated, open());
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
