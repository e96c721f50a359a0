package vn.giaoviec.workflow;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rule of one human step as its model states it, in the step's extension properties. It is read from the deployed
 * model, never from the request.
 *
 * @param decision the variable that receives the chosen option, or null where there is nothing to choose
 * @param options codes of the choices, in the model's order
 * @param reasonOptions choices that need a written reason: returns and refusals
 * @param evidenceOptions choices that need evidence; {@code *} means always
 * @param fields what the person fills in
 * @param notBy steps whose doer may not do this one (four eyes)
 */
public record StepRule(
        @Nullable String decision,
        List<String> options,
        Set<String> reasonOptions,
        Set<String> evidenceOptions,
        List<Field> fields,
        Set<String> notBy) {

    /** Whether that choice sends the work back or refuses it, and so needs a reason instead of the fields. */
    public boolean needsReason(@Nullable String option) {
        return option != null && reasonOptions.contains(option);
    }

    /** Whether that choice needs at least one evidence file. */
    public boolean needsEvidence(@Nullable String option) {
        return (evidenceOptions.contains("*") && !needsReason(option))
                || (option != null && evidenceOptions.contains(option));
    }

    /** Whether the step takes evidence at all. */
    public boolean takesEvidence() {
        return !evidenceOptions.isEmpty() || fields.stream().anyMatch(field -> field.kind() == Kind.TEXT);
    }

    /** The same rule, with that field required if it asks for it at all. */
    public StepRule requiring(String field) {
        return withFields(fields.stream()
                .map(any -> any.name().equals(field) ? new Field(any.name(), any.kind(), any.flags(), true) : any)
                .toList());
    }

    /** The same rule without that field. */
    public StepRule without(String field) {
        return withFields(
                fields.stream().filter(any -> !any.name().equals(field)).toList());
    }

    private StepRule withFields(List<Field> others) {
        return new StepRule(decision, options, reasonOptions, evidenceOptions, others, notBy);
    }

    /** What a field holds. Only officers, dates and flags become variables of the process. */
    public enum Kind {
        TEXT,
        LINE,
        DATE,
        OFFICER,
        FLAGS
    }

    /**
     * @param name the field's name; labels are message {@code field.<name>}
     * @param kind what it holds
     * @param flags the boolean variables behind a field of kind FLAGS, else empty
     * @param required whether it must be filled in (unless the chosen option needs a reason instead)
     */
    public record Field(String name, Kind kind, List<String> flags, boolean required) {}
}
