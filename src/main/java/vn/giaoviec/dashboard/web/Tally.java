package vn.giaoviec.dashboard.web;

import java.util.EnumMap;
import java.util.Map;
import vn.giaoviec.casework.Standing;

/**
 * How many cases stand how. The total is done in time + done late + open in time + open late + suspended, as report
 * 1270/BC-TCTTTg counts, + carried over into the next year; what was withdrawn, handed over or ended without a product stands beside it.
 *
 * @param counts number of cases by standing; missing is zero
 * @param updated open cases with recent progress
 */
record Tally(Map<Standing, Integer> counts, int updated) {
    static final Tally NOTHING = new Tally(Map.of(), 0);

    /** Both together, of cases that are not counted twice. */
    Tally plus(Tally other) {
        Map<Standing, Integer> sum = new EnumMap<>(Standing.class);
        sum.putAll(counts);
        other.counts.forEach((standing, count) -> sum.merge(standing, count, Integer::sum));
        return new Tally(sum, updated + other.updated);
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
        return done() + open() + count(Standing.SUSPENDED) + count(Standing.CARRIED_OVER);
    }

    /** All cases, with those that are not part of the total. */
    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
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
