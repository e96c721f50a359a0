package vn.giaoviec.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.CaseKey;

/**
 * A human step that waits.
 *
 * @param taskId the engine's id of the step
 * @param definition the process definition it belongs to
 * @param process the process it belongs to: the case's own, or a called one
 * @param element the step's id in the model, e.g. {@code task_approve}
 * @param name its name in the model
 * @param documentation what the model tells the person to do; may be empty
 * @param caseKey the case
 * @param assignee the person who has it, or null while it waits for a group
 * @param groups the groups that may take it
 * @param part which period report of the case it is about, or null for all other steps
 */
public record OpenStep(
        String taskId,
        String definition,
        String process,
        String element,
        String name,
        String documentation,
        CaseKey caseKey,
        @Nullable String assignee,
        List<String> groups,
        @Nullable Integer part) {}
