package vn.giaoviec.substitution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction has been told of who stands in for whom: one command asks for the same rights in several
 * places, and is judged by one answer. Nothing is kept beyond the transaction, nor after it has written a substitution.
 */
final class HeldMeanwhile extends ResourceHolderSupport {
    private final Map<Question, List<Held>> answers = new HashMap<>();

    static List<Held> of(String substitute, LocalDate day, Supplier<List<Held>> asked) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? ofThisTransaction().answers.computeIfAbsent(new Question(substitute, day), any -> asked.get())
                : asked.get();
    }

    static void forget() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            ofThisTransaction().answers.clear();
        }
    }

    private static HeldMeanwhile ofThisTransaction() {
        HeldMeanwhile known = (HeldMeanwhile) TransactionSynchronizationManager.getResource(HeldMeanwhile.class);
        if (known != null) {
            return known;
        }
        HeldMeanwhile fresh = new HeldMeanwhile();
        TransactionSynchronizationManager.bindResource(HeldMeanwhile.class, fresh);
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<HeldMeanwhile, Class<HeldMeanwhile>>(fresh, HeldMeanwhile.class) {});
        return fresh;
    }

    private record Question(String substitute, LocalDate day) {}
}
