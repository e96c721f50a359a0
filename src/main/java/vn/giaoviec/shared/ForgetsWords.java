package vn.giaoviec.shared;

import java.util.Collection;

/** Has words that people typed about a case, and can put something else in their place. */
public interface ForgetsWords {
    /** What stands where words were erased by an order. */
    String ERASED = "[…]";

    /**
     * Forgets texts wherever exactly they stand, as part of the running transaction.
     *
     * @param caseKey the case; others keep theirs
     * @param words whole texts
     */
    void forget(CaseKey caseKey, Collection<String> words);
}
