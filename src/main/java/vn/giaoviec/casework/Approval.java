package vn.giaoviec.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Text;

/**
 * A step that asks for a decision, with what was handed in for it.
 *
 * @param taskId the step
 * @param caseKey the case
 * @param process the process the step belongs to
 * @param element the step's id in the model
 * @param name its Vietnamese name
 * @param title what the assignment is about
 * @param unit short name of the accountable unit
 * @param part which period report it is about, or null
 * @param dueAt when it is due, or null
 * @param waits whether it still waits
 * @param approval the choice that approves and asks for nothing more, or null if there is none
 * @param handedIn what was handed in, or null
 * @param asked the extension to decide on, or null
 */
public record Approval(
        String taskId,
        CaseKey caseKey,
        String process,
        String element,
        String name,
        Text title,
        String unit,
        @Nullable Integer part,
        @Nullable Instant dueAt,
        boolean waits,
        @Nullable String approval,
        @Nullable HandedIn handedIn,
        @Nullable Extension asked) {

    /** Files that were handed in with it. */
    public List<Evidence> evidence() {
        return handedIn == null ? List.of() : handedIn.evidence;
    }

    /**
     * What the step before handed in.
     *
     * @param by who did
     * @param actingFor in whose name, or null if in the own one
     * @param at when (business time)
     * @param fields what was typed, by field
     * @param evidence what was brought
     */
    public record HandedIn(
            String by, @Nullable String actingFor, Instant at, Map<String, String> fields, List<Evidence> evidence) {}
}
