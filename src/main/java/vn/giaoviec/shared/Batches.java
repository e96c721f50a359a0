package vn.giaoviec.shared;

import java.util.function.IntUnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets old rows a few at a time, so that nobody waits for long behind it, and on one node at a time. */
@Service
public class Batches {
    /** The most rows one transaction removes. */
    public static final int MOST = 1_000;

    private final Turns turns;
    private final TransactionTemplate transaction;

    Batches(Turns turns, TransactionTemplate transaction) {
        this.turns = turns;
        this.transaction = transaction;
    }

    /**
     * Removes rows until none is left to remove.
     *
     * @param turn the row of {@code shared_turn} that other nodes wait for
     * @param remove removes as many rows as it is told at most, and returns how many these were
     * @return how many rows were removed in all
     */
    public long untilNoneIsLeft(String turn, IntUnaryOperator remove) {
        long all = 0;
        int removed;
        do {
            Integer batch = transaction.execute(status -> {
                turns.take(turn);
                return remove.applyAsInt(MOST);
            });
            removed = batch == null ? 0 : batch;
            all += removed;
        } while (removed == MOST);
        return all;
    }
}
