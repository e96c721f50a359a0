package vn.giaoviec.casework;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Turns;

/**
 * Carries orders about many cases out, at most a hundred cases in a transaction. What was done stays done; what a crash or a
 * closed browser leaves is gone on with by whoever of the plan office asks for it, and nothing doubles.
 */
@Service
public class AdvanceBulkOrder {
    /** The most cases one transaction moves, unless a single assignment has more. */
    static final int BATCH = 100;

    /** A request that goes on longer would be cut off on its way. */
    private static final int BATCHES_OF_A_REQUEST = 10;

    private final BulkOrderTable table;
    private final Map<BulkOrder.Kind, BulkWork> works;
    private final Directory directory;
    private final Turns turns;
    private final TransactionTemplate transaction;

    AdvanceBulkOrder(
            BulkOrderTable table,
            List<BulkWork> works,
            Directory directory,
            Turns turns,
            TransactionTemplate transaction) {
        this.table = table;
        this.works = works.stream().collect(Collectors.toMap(BulkWork::kind, Function.identity()));
        this.directory = directory;
        this.turns = turns;
        this.transaction = transaction;
    }

    /**
     * The order, and how far it is.
     *
     * @throws Refusal if the actor is not of the plan office, or there is no such order
     */
    public BulkOrder of(long id) {
        office(directory);
        return table.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.noBulkOrder", id));
    }

    /** The newest orders of a kind, newest first. */
    public List<BulkOrder> newest(BulkOrder.Kind kind) {
        office(directory);
        return table.newest(kind);
    }

    /** The cases that could not be done, with why. */
    public List<BulkOrder.Held> held(long id) {
        office(directory);
        return table.held(id);
    }

    /**
     * Does some of what is left; what could not be done before is tried again.
     *
     * @return how far it is then
     * @throws Refusal if the actor is not of the plan office, or there is no such order
     */
    public BulkOrder advance(long id) {
        BulkOrder order = of(id);
        transaction.executeWithoutResult(status -> {
            turns.take("bulk");
            table.retry(id);
        });
        for (int batch = 0; batch < BATCHES_OF_A_REQUEST && step(order); batch++) {
            // each its own transaction
        }
        return of(id);
    }

    /** One transaction; whether it found anything to do. */
    boolean step(BulkOrder order) {
        return Objects.requireNonNull(transaction.execute(status -> {
            turns.take("bulk");
            List<CaseKey> next = whole(order.id());
            Objects.requireNonNull(works.get(order.kind())).move(order, next);
            return !next.isEmpty();
        }));
    }

    /** The next cases; those of one assignment stay together. */
    private List<CaseKey> whole(long id) {
        List<CaseKey> next = table.next(id, BATCH + 1);
        if (next.size() <= BATCH) {
            return next;
        }
        String cut = next.get(BATCH).assignment();
        List<CaseKey> before =
                next.stream().filter(key -> !key.assignment().equals(cut)).toList();
        return before.isEmpty()
                ? table.next(id, Integer.MAX_VALUE).stream()
                        .filter(key -> key.assignment().equals(cut))
                        .toList()
                : before;
    }

    static void office(Directory directory) {
        if (!directory.me().in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeOrders");
        }
    }
}
