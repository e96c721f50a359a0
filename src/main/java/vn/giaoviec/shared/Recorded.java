package vn.giaoviec.shared;

import org.jspecify.annotations.Nullable;

/**
 * A fact that goes to the audit: a record in the past tense, published as an application event inside the transaction
 * that made it true. Its components are its content.
 */
public interface Recorded {
    /** The case the fact belongs to, or null for facts about the plan, the clock or the directory. */
    default @Nullable CaseKey caseKey() {
        return null;
    }

    /** In whose name it was done by somebody who stands in for them, or null if in the own one. */
    default @Nullable String actingFor() {
        return null;
    }
}
