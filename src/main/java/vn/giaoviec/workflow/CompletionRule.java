package vn.giaoviec.workflow;

import java.util.Map;

/**
 * Decides whether a step may be completed, inside the engine's transaction and before the step is left. Tasklist and
 * its REST interface skip any form, so this is where every rule stands.
 */
public interface CompletionRule {
    /**
     * Says yes, with what the next gateway needs, or refuses.
     *
     * @return the variables the next gateway needs; nothing else is ever written by completing a step
     * @throws vn.giaoviec.shared.Refusal if the step may not be completed; it stays open and nothing is changed
     */
    Map<String, Object> complete(OpenStep step, StepRule rule, String actor);
}
