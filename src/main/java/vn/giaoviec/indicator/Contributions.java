package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.AcceptProduct.ProductAccepted;
import vn.giaoviec.casework.OpenCases.CaseOpened;
import vn.giaoviec.casework.OpenCases.CasesOpened;
import vn.giaoviec.casework.ReopenCase.CaseReopened;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.CaseTotals;
import vn.giaoviec.shared.Recorded;

/**
 * Links accepted work to the indicators it supports, in the transaction that accepts it: either both stand or neither.
 */
@Service
public class Contributions {
    private static final int SCALE = 6;

    private final ContributionTable table;
    private final CaseTotals totals;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Contributions(ContributionTable table, CaseTotals totals, BusinessClock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.totals = totals;
        this.clock = clock;
        this.events = events;
    }

    /** Cases of one assignment share its weight equally; the share is frozen when the case is opened. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(CasesOpened opened) {
        table.link(opened.cases().stream().collect(Collectors.toMap(CaseOpened::caseKey, Contributions::links)));
    }

    private static List<ContributionTable.Link> links(CaseOpened opened) {
        BigDecimal cases = BigDecimal.valueOf(opened.fanOut());
        return opened.supports().entrySet().stream()
                .map(support -> new ContributionTable.Link(
                        support.getKey(),
                        BigDecimal.valueOf(support.getValue()).divide(cases, SCALE, RoundingMode.HALF_UP)))
                .toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(ProductAccepted accepted) {
        append(
                accepted.caseKey(),
                accepted.acceptanceNumber(),
                Contribution.Kind.POSTING,
                table.links(accepted.caseKey()).stream()
                        .map(link -> new ContributionTable.Link(
                                link.indicator(), share(link.weight(), accepted.share(), accepted.shares())))
                        .toList());
    }

    /** Rounded so that all shares together are the whole weight. */
    private static BigDecimal share(BigDecimal weight, int share, int shares) {
        return upTo(weight, share, shares).subtract(upTo(weight, share - 1, shares));
    }

    private static BigDecimal upTo(BigDecimal weight, int share, int shares) {
        return weight.multiply(BigDecimal.valueOf(share))
                .divide(BigDecimal.valueOf(shares), SCALE, RoundingMode.HALF_UP);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reverse(CaseReopened reopened) {
        append(
                reopened.caseKey(),
                reopened.acceptanceNumber(),
                Contribution.Kind.REVERSAL,
                table.posted(reopened.caseKey(), reopened.acceptanceNumber()));
    }

    private void append(CaseKey key, int acceptanceNumber, Contribution.Kind kind, List<ContributionTable.Link> links) {
        if (links.isEmpty()) {
            return; // nothing supported, or nothing posted: a recurring case posts with its reports
        }
        totals.changes(key);
        table.post(key, links, acceptanceNumber, kind, clock.instant(), Actor.current());
        events.publishEvent(new ContributionPosted(
                key,
                acceptanceNumber,
                kind,
                links.stream()
                        .collect(Collectors.toMap(ContributionTable.Link::indicator, ContributionTable.Link::weight))));
    }

    /** Delivery support of every indicator of a plan, by code. */
    public Map<String, Support> support(int year) {
        return table.support(year).stream().collect(Collectors.toMap(Support::indicator, Function.identity()));
    }

    /**
     * The same as it was at an earlier moment.
     *
     * @param before only what was posted before it counts, and cases as they stood just then
     */
    public Map<String, Support> support(int year, Instant before) {
        return table.support(year, before).stream().collect(Collectors.toMap(Support::indicator, Function.identity()));
    }

    /** How many entries the ledger of one indicator has. */
    public long posted(int year, String indicator) {
        return table.count(year, indicator);
    }

    /**
     * Some of the ledger of one indicator, oldest entry first.
     *
     * @param most how many entries at most
     * @param skipped how many before them are left out
     */
    public List<Contribution> ledger(int year, String indicator, int most, long skipped) {
        return table.of(year, indicator, most, skipped);
    }

    /** What the work of one case was posted for, oldest entry first. */
    public List<Contribution> of(CaseKey key) {
        return table.of(key);
    }

    /**
     * Rebuilds the support of every indicator from where its cases stand, and compares it with the ledger's.
     *
     * @return the indicators whose totals differ; empty when all is well
     */
    public List<String> differences(int year) {
        Map<String, Support> live = support(year);
        List<String> differences = new ArrayList<>();
        for (Support rebuilt : table.rebuilt(year)) {
            Support stored = live.get(rebuilt.indicator());
            if (stored == null || !stored.equalTo(rebuilt)) {
                differences.add(rebuilt.indicator());
            }
        }
        return differences;
    }

    /**
     * Accepted work was posted to the indicators it supports, or taken back.
     *
     * @param caseKey the case
     * @param acceptanceNumber which acceptance
     * @param kind posting or reversal
     * @param weights weight by indicator
     */
    public record ContributionPosted(
            CaseKey caseKey, int acceptanceNumber, Contribution.Kind kind, Map<String, BigDecimal> weights)
            implements Recorded {}
}
