package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.dashboard.web.CriticalQuery.Candidate;
import vn.giaoviec.indicator.Support;

/**
 * What hurts most: late and soon late cases, the most harmful first.
 *
 * @param cases the first of them
 * @param found how many there are
 */
record CriticalList(List<Critical> cases, int found) {
    /** So many are shown. */
    static final int SHOWN = 15;

    static CriticalList of(
            List<Candidate> candidates, int found, Map<String, Support> support, LocalDate asOf, WorkingDays days) {
        List<Critical> ranked = candidates.stream()
                .map(one -> critical(one, support, Delay.of(one.dueOn(), asOf, days)))
                .sorted(Comparator.comparing(Critical::harm, Harm.GREATEST_FIRST)
                        .thenComparing(critical -> critical.one.dueOn())
                        .thenComparing(critical -> critical.one.caseKey()))
                .toList();
        return new CriticalList(ranked.stream().limit(SHOWN).toList(), found);
    }

    private static Critical critical(Candidate one, Map<String, Support> support, Delay delay) {
        return new Critical(one, delay, Harm.of(one.weights(), support, delay));
    }

    /**
     * @param one the case
     * @param delay how late it is, or how soon it will be
     * @param harm what it is ranked by
     */
    record Critical(Candidate one, Delay delay, Harm harm) {}
}
