package vn.giaoviec.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Target;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.StepRule;

/**
 * Everything a person needs to see to do one step.
 *
 * @param step the step
 * @param rule what it asks
 * @param theCase its case
 * @param assignment what is to be done
 * @param unit the accountable unit
 * @param targets the indicators the assignment supports
 * @param draft what the person has typed so far
 * @param evidence what the person has brought so far
 * @param officers whom the head may choose; empty unless the step asks for one
 * @param returned the decision that sent the work back here, or null
 * @param returnedBy who took it, or null
 * @param handedIn the latest product, for those who decide on it, or null
 * @param asked the extension to decide on, or null
 * @param askedBy who asked for it, or null
 * @param period the reporting period the step is about, or null
 * @param outstanding numbers of the period reports without which the product cannot be handed in; empty for other steps
 * @param mayWork whether the person may complete the step now
 * @param actingFor in whose place, or null if in the own
 */
public record StepForm(
        OpenStep step,
        StepRule rule,
        Case theCase,
        Assignment assignment,
        Unit unit,
        List<Target> targets,
        Draft draft,
        List<Evidence> evidence,
        List<Person> officers,
        @Nullable WorkItem returned,
        @Nullable Person returnedBy,
        @Nullable HandedIn handedIn,
        @Nullable Extension asked,
        @Nullable Person askedBy,
        @Nullable Period period,
        List<Integer> outstanding,
        boolean mayWork,
        @Nullable Person actingFor) {

    /**
     * What the step before handed in.
     *
     * @param item the step
     * @param person who did it, or null if no longer known
     * @param actingFor in whose name, or null if in the own
     * @param draft what was typed
     * @param evidence what was brought
     */
    public record HandedIn(
            WorkItem item,
            @Nullable Person person,
            @Nullable Person actingFor,
            Draft draft,
            List<Evidence> evidence) {}
}
