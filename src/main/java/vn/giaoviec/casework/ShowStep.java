package vn.giaoviec.casework;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.StepRule;
import vn.giaoviec.workflow.Workflow;

/** Lays out one step for the person who opens it: what, for which indicator, by when, what was returned and why. */
@Service
public class ShowStep {
    private final Workflow workflow;
    private final Directory directory;
    private final Plans plans;
    private final CaseAccess access;
    private final StepAccess stepAccess;
    private final BusinessClock clock;
    private final WorkItemTable items;
    private final DraftTable drafts;
    private final EvidenceTable evidence;
    private final ExtensionTable extensions;
    private final PeriodTable periods;

    ShowStep(
            Workflow workflow,
            Directory directory,
            Plans plans,
            CaseAccess access,
            StepAccess stepAccess,
            BusinessClock clock,
            WorkItemTable items,
            DraftTable drafts,
            EvidenceTable evidence,
            ExtensionTable extensions,
            PeriodTable periods) {
        this.workflow = workflow;
        this.directory = directory;
        this.plans = plans;
        this.access = access;
        this.stepAccess = stepAccess;
        this.clock = clock;
        this.items = items;
        this.drafts = drafts;
        this.evidence = evidence;
        this.extensions = extensions;
        this.periods = periods;
    }

    /**
     * The case in which a step waits.
     *
     * @throws Refusal if the step is gone, or its case is not the person's to read
     */
    public Case caseOf(String taskId) {
        return caseOf(open(taskId));
    }

    private OpenStep open(String taskId) {
        return workflow.openStep(taskId).orElseThrow(() -> new Refusal.Conflict("refusal.stepIsGone"));
    }

    private Case caseOf(OpenStep step) {
        return access.readable(step.caseKey(), "step");
    }

    /**
     * @throws Refusal if the step is gone, or its case is not the person's to read
     */
    public StepForm show(String taskId) {
        Person me = directory.me();
        OpenStep step = open(taskId);
        CaseKey key = step.caseKey();
        Case theCase = caseOf(step);
        StepRule rule = asking(workflow.rule(step.definition(), step.element()), theCase);
        Assignment assignment = plans.assignment(key.year(), key.assignment()).orElseThrow();
        List<WorkItem> steps = items.of(key).stream()
                .filter(item -> Objects.equals(item.part(), step.part())
                        && isOfExtension(item.process()) == isOfExtension(step.process()))
                .toList();
        Optional<WorkItem> returned = lastReturn(steps, step.element());
        Optional<Extension> asked = isOfExtension(step.process())
                ? extensions.of(key).stream()
                        .filter(extension -> extension.decision() == null)
                        .findFirst()
                : Optional.empty();
        List<Period> reports = theCase.recurs() ? periods.of(key) : List.of();
        boolean asksOfficer = rule.fields().stream().anyMatch(field -> field.kind() == StepRule.Kind.OFFICER);
        Optional<StepAccess.Right> right = stepAccess.of(step, me);
        return new StepForm(
                step,
                rule,
                theCase,
                assignment,
                directory.unit(key.unit()).orElseThrow(),
                plans.targets(key.year()).stream()
                        .filter(target -> assignment.supports().containsKey(target.code()))
                        .toList(),
                drafts.find(taskId, me.id()).orElse(Draft.EMPTY),
                evidence.of(taskId, me.id()),
                asksOfficer ? directory.members(Groups.staff(key.unit())) : List.of(),
                returned.orElse(null),
                returned.map(WorkItem::completedBy).flatMap(directory::person).orElse(null),
                rule.decision() == null || asked.isPresent() ? null : handedIn(step, steps),
                asked.orElse(null),
                asked.map(Extension::by).flatMap(directory::person).orElse(null),
                reports.stream()
                        .filter(period -> Objects.equals(period.number(), step.part()))
                        .findFirst()
                        .orElse(null),
                step.element().equals(CompleteStep.SUBMIT)
                        ? reports.stream()
                                .filter(period -> !period.isAccepted())
                                .map(Period::number)
                                .toList()
                        : List.of(),
                right.isPresent(),
                right.map(StepAccess.Right::actingFor)
                        .flatMap(directory::person)
                        .orElse(null));
    }

    /** Beside the work on the product, which neither it nor a period report is part of. */
    private static boolean isOfExtension(String process) {
        return process.equals(RequestExtension.PROCESS);
    }

    /** Why it is late is asked only when it is. */
    private StepRule asking(StepRule rule, Case theCase) {
        return StepTimes.isLate(theCase, clock.today())
                ? rule.requiring(CompleteStep.LATENESS)
                : rule.without(CompleteStep.LATENESS);
    }

    /**
     * The latest reason given since this step was last done: returns and refusals carry one. A step that comes for the
     * first time shows a reason only if it was given just before.
     */
    private static Optional<WorkItem> lastReturn(List<WorkItem> steps, String element) {
        List<WorkItem> done = steps.stream()
                .filter(item -> item.completedBy() != null && item.endedAt() != null)
                .sorted(Comparator.comparing(WorkItem::endedAt).reversed())
                .toList();
        Optional<WorkItem> doneBefore =
                done.stream().filter(item -> item.element().equals(element)).findFirst();
        return done.stream()
                .limit(doneBefore.map(done::indexOf).orElse(1))
                .filter(item -> item.reason() != null)
                .findFirst();
    }

    private StepForm.@Nullable HandedIn handedIn(OpenStep step, List<WorkItem> steps) {
        Map<String, Draft> handedIn = drafts.handedIn(step.caseKey());
        return steps.stream()
                .filter(item -> item.completedBy() != null
                        && !handedIn.getOrDefault(item.taskId(), Draft.EMPTY)
                                .fields()
                                .isEmpty())
                .max(Comparator.comparing(WorkItem::endedAt))
                .map(item -> handedIn(item, handedIn.getOrDefault(item.taskId(), Draft.EMPTY)))
                .orElse(null);
    }

    private StepForm.HandedIn handedIn(WorkItem item, Draft draft) {
        String person = String.valueOf(item.completedBy());
        return new StepForm.HandedIn(
                item,
                directory.person(person).orElse(null),
                Optional.ofNullable(item.actingFor()).flatMap(directory::person).orElse(null),
                draft,
                evidence.of(item.taskId(), person));
    }
}
