package vn.giaoviec.casework;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.substitution.Held;
import vn.giaoviec.substitution.Substitution;
import vn.giaoviec.substitution.Substitutions;
import vn.giaoviec.workflow.OpenStep;

/**
 * Who may work a step: a member of one of its groups, and nobody else once a person has it; and whoever stands in today for
 * one who might.
 */
@Component
class StepAccess {
    private final Substitutions substitutions;
    private final WorkItemTable items;
    private final Directory directory;

    StepAccess(Substitutions substitutions, WorkItemTable items, Directory directory) {
        this.substitutions = substitutions;
        this.items = items;
        this.directory = directory;
    }

    /** How that person may work the step; empty if not at all. */
    Optional<Right> of(OpenStep step, Person person) {
        List<Held> held = substitutions.heldBy(person.id()).stream()
                .filter(one -> step.groups().contains(one.group()))
                .toList();
        String holder = step.assignee();
        if (holder != null && !holder.equals(person.id())) {
            return held.stream()
                    .map(Held::person)
                    .filter(holder::equals)
                    .findFirst()
                    .map(Right::new);
        }
        Optional<Right> handedOn = held.isEmpty()
                ? Optional.empty()
                : items.officer(step.taskId())
                        .filter(officer ->
                                held.stream().anyMatch(one -> one.person().equals(officer)))
                        .map(Right::new);
        if (handedOn.isPresent()) {
            return handedOn; // assigned to the absent one, and taken over or handed back since
        }
        return step.groups().stream().anyMatch(person::in)
                ? Optional.of(new Right(null))
                : held.stream().map(Held::person).findFirst().map(Right::new);
    }

    /**
     * @throws Refusal.Forbidden with the reason
     */
    Right check(OpenStep step, Person person) {
        return of(step, person).orElseThrow(() -> refusal(step, person));
    }

    private Refusal.Forbidden refusal(OpenStep step, Person person) {
        Optional<Substitution> past = substitutions.pastOf(person.id()).stream()
                .filter(one -> one.person().equals(step.assignee()) || gave(one, step))
                .findFirst();
        if (past.isPresent()) {
            String away = past.get().person();
            return new Refusal.Forbidden(
                    "refusal.substitutionHasEnded",
                    directory.person(away).map(Person::name).orElse(away));
        }
        return step.groups().stream().anyMatch(person::in)
                ? new Refusal.Forbidden("refusal.someoneElseHasIt")
                : new Refusal.Forbidden("refusal.notYourStep");
    }

    private static boolean gave(Substitution past, OpenStep step) {
        return step.assignee() == null
                && past.scope() == Substitution.Scope.HEAD
                && step.groups().contains(Groups.head(past.unit()));
    }

    /**
     * A right to work a step.
     *
     * @param actingFor in whose place, or null if it is the person's own
     */
    record Right(@Nullable String actingFor) {}
}
