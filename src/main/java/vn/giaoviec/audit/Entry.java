package vn.giaoviec.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.audit.proof.FactLine;
import vn.giaoviec.audit.proof.Rows;

/**
 * One fact, as it was recorded.
 *
 * @param id grows with each entry
 * @param caseKey the case it belongs to, or null
 * @param actor who acted, or null if the system did
 * @param actingFor in whose name the actor did it, or null if in the own one
 * @param action what happened: the fact's name, or the rule that refused
 * @param refused whether it was an attempt that a rule refused
 * @param facts its content as JSON
 * @param businessTime when, on the business clock
 * @param realTime when, on the real clock
 */
public record Entry(
        long id,
        @Nullable String caseKey,
        @Nullable String actor,
        @Nullable String actingFor,
        String action,
        boolean refused,
        String facts,
        Instant businessTime,
        Instant realTime) {
    private static final Set<String> FOR_GOOD = Set.of(
            "CaseOpened", "EvidenceKept", "EvidenceTakenBack", "ConclusionRecorded", Rows.FACT, FactLine.ERASURE);

    /** Whether its words were erased by an order; that it happened, by whom and when, is left. */
    public boolean erased() {
        return facts.equals(FactLine.ERASED);
    }

    /** Whether an order may erase its words: of a case, and nothing that a proof still needs. */
    public boolean erasable() {
        return caseKey != null && !erased() && canBeErased(action);
    }

    static boolean canBeErased(String action) {
        return !FOR_GOOD.contains(action);
    }
}
