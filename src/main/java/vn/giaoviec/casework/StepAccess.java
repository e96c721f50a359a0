package vn.giaoviec.casework;

import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.OpenStep;

/** Who may work a step: a member of one of its groups, and nobody else once a person has it. */
final class StepAccess {
    private StepAccess() {}

    static boolean allows(OpenStep step, Person person) {
        return step.groups().stream().anyMatch(person::in)
                && (step.assignee() == null || step.assignee().equals(person.id()));
    }

    /**
     * @throws Refusal.Forbidden with the reason
     */
    static void check(OpenStep step, Person person) {
        if (step.groups().stream().noneMatch(person::in)) {
            throw new Refusal.Forbidden("refusal.notYourStep");
        }
        if (!allows(step, person)) {
            throw new Refusal.Forbidden("refusal.someoneElseHasIt");
        }
    }
}
