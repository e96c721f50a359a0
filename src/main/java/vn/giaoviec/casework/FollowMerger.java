package vn.giaoviec.casework;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.plan.PassOnParts;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.workflow.Workflow;

/**
 * The cases of a unit that ended go to its successor, as any hand-over; in cases of others the successor takes its place as
 * appraiser and co-ordinator, with the steps that wait for it.
 */
@Component
class FollowMerger implements BulkWork {
    private final CaseTable cases;
    private final WorkItemTable items;
    private final BulkOrderTable bulk;
    private final HandOver handOver;
    private final PassOnParts passOnParts;
    private final Workflow workflow;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    FollowMerger(
            CaseTable cases,
            WorkItemTable items,
            BulkOrderTable bulk,
            HandOver handOver,
            PassOnParts passOnParts,
            Workflow workflow,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.items = items;
        this.bulk = bulk;
        this.handOver = handOver;
        this.passOnParts = passOnParts;
        this.workflow = workflow;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public BulkOrder.Kind kind() {
        return BulkOrder.Kind.MERGE;
    }

    @Override
    public void move(BulkOrder order, List<CaseKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        String from = Objects.requireNonNull(order.fromUnit());
        String to = Objects.requireNonNull(order.toUnit());
        for (Case one : cases.locked(keys)) {
            BulkOrder.Obstacle obstacle = obstacle(one, from, to);
            if (obstacle != null) {
                bulk.held(order.id(), one.key(), obstacle);
                continue;
            }
            CaseKey on = one.key();
            if (on.unit().equals(from)) {
                handOver.toSuccessor(
                        on,
                        to,
                        order.document(),
                        order.reason(),
                        AmendCases.command("bulk " + order.id(), "merge", on));
                on = new CaseKey(on.year(), on.assignment(), to);
            }
            takePlace(on, from, to);
            bulk.done(order.id(), one.key(), clock.instant());
        }
    }

    private BulkOrder.@Nullable Obstacle obstacle(Case one, String from, String to) {
        if (!one.state().isUnderWay()) {
            return BulkOrder.Obstacle.NOT_RUNNING;
        }
        if (!one.key().unit().equals(from)) {
            return null;
        }
        if (one.state() == Case.State.SUSPENDED) {
            return BulkOrder.Obstacle.SUSPENDED;
        }
        return cases.find(new CaseKey(one.key().year(), one.key().assignment(), to))
                        .filter(own -> !own.state().isUnderWay())
                        .isPresent()
                ? BulkOrder.Obstacle.SUCCESSOR_ENDED
                : null;
    }

    private void takePlace(CaseKey key, String from, String to) {
        cases.appraisedBy(key, from, to);
        passOnParts.coordination(key.year(), key.assignment(), from, to);
        workflow.passOn(key, from, to);
        items.passOn(key, from, to);
        events.publishEvent(new UnitReplaced(key, from, to));
    }

    /**
     * In a case a unit stands in the place of one that ended.
     *
     * @param caseKey the case
     * @param unit the unit that ended
     * @param successor the unit in its place
     */
    record UnitReplaced(CaseKey caseKey, String unit, String successor) implements Recorded {}
}
