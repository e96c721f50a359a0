package vn.giaoviec.substitution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.giaoviec.shared.DuringTransaction;

/**
 * What the running transaction has been told of who stands in for whom: one command asks for the same rights in several
 * places, and is judged by one answer. Nothing is kept beyond the transaction, nor after it has written a substitution.
 */
final class HeldMeanwhile {
    private final Map<Question, List<Held>> answers = new HashMap<>();

    static List<Held> of(String substitute, LocalDate day, Supplier<List<Held>> asked) {
        return DuringTransaction.isRunning()
                ? ofThisTransaction().answers.computeIfAbsent(new Question(substitute, day), any -> asked.get())
                : asked.get();
    }

    static void forget() {
        if (DuringTransaction.isRunning()) {
            ofThisTransaction().answers.clear();
        }
    }

    private static HeldMeanwhile ofThisTransaction() {
        return DuringTransaction.one(HeldMeanwhile.class, HeldMeanwhile::new);
    }

    private record Question(String substitute, LocalDate day) {}
}
