package vn.giaoviec.workflow;

import java.util.Optional;
import vn.giaoviec.shared.Refusal;

/**
 * Remembers steps that wait no more. Whoever completes a step a second time, because an answer was lost, by a double click
 * or from another tab, is told what became of it.
 */
public interface SettledSteps {
    /**
     * What to tell the signed-in person about a step that was completed: that they did so themselves, or who did and when.
     *
     * @return empty if nobody completed it, or its case is not the person's to read
     */
    Optional<Refusal> answer(String taskId);
}
