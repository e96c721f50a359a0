package vn.giaoviec.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.CaseKey;

/**
 * One human step of a case, waiting or done.
 *
 * @param taskId the engine's id of the step
 * @param caseKey the case
 * @param runNumber the run of the case
 * @param process the process the step belongs to; a consultation's differs from the case's
 * @param element the step's id in the model
 * @param name its Vietnamese name
 * @param openedAt when it began to wait
 * @param endedAt when it ended, or null
 * @param completedBy who completed it, or null if nobody has or its time ran out
 * @param actingFor in whose name that person did, standing in for them, or null if in the own one
 * @param outcome the option chosen, or null
 * @param reason the reason given, or null
 * @param part which period report it is about, or null
 */
public record WorkItem(
        String taskId,
        CaseKey caseKey,
        int runNumber,
        String process,
        String element,
        String name,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable String completedBy,
        @Nullable String actingFor,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Integer part) {}
