package vn.giaoviec.audit.proof;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Which facts are erased, and which an order erased: the two must be the same. */
final class Erasures {
    private final Set<String> erased = new TreeSet<>();
    private final Set<String> ordered = new TreeSet<>();

    void startAnew() {
        erased.clear();
        ordered.clear();
    }

    /** Words and salt of a fact are gone. */
    void erased(String fact) {
        erased.add(fact);
    }

    /** A fact that was recorded and is whole names this one. */
    void ordered(String fact) {
        ordered.add(fact);
    }

    /** Names what was erased by nobody's order, and what was ordered and still stands there. */
    void differing(BiConsumer<Finding.Kind, String> differs) {
        erased.stream()
                .filter(fact -> !ordered.contains(fact))
                .forEach(fact -> differs.accept(Finding.Kind.FACT_CHANGED, fact));
        ordered.stream()
                .filter(fact -> !erased.contains(fact))
                .forEach(fact -> differs.accept(Finding.Kind.FACT_NOT_ERASED, fact));
    }
}
