package vn.giaoviec.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A human step ended without being completed: its time ran out or its case ended. Published inside the engine's
 * transaction. (A completed step has passed the {@link CompletionRule}.)
 *
 * @param taskId the step
 * @param actor who caused it, or null if the system did
 */
public record StepClosed(String taskId, @Nullable String actor) {}
