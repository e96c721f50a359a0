package vn.giaoviec.workflow.engine;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import vn.giaoviec.shared.Refusal;

/** A completion that a rule refused, as the engine's interface tells it; it keeps the refusal for our own pages. */
final class RefusedCompletion extends FormFieldValidationException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedCompletion(Refusal refusal, String words, Throwable cause) {
        super(refusal.key(), words, cause);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
