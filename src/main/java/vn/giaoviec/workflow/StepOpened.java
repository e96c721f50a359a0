package vn.giaoviec.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A human step began to wait; see {@link StepsOpened}.
 *
 * @param step the step
 * @param dueAt when it is due, or null where the model sets no deadline
 * @param decides whether it asks for a decision
 */
public record StepOpened(OpenStep step, @Nullable Instant dueAt, boolean decides) {}
