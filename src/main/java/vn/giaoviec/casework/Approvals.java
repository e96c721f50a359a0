package vn.giaoviec.casework;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoviec.casework.ApprovalQuery.Done;
import vn.giaoviec.casework.ApprovalQuery.Found;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.web.Piece;
import vn.giaoviec.shared.web.Slice;
import vn.giaoviec.substitution.Reach;
import vn.giaoviec.substitution.Substitutions;
import vn.giaoviec.workflow.StepRule;
import vn.giaoviec.workflow.Workflow;

/** Asks which decisions wait for the signed-in person, and what each is about. */
@Service
public class Approvals {
    private final ApprovalQuery steps;
    private final DraftTable drafts;
    private final EvidenceTable evidence;
    private final ExtensionTable extensions;
    private final Substitutions substitutions;
    private final Directory directory;
    private final Workflow workflow;

    Approvals(
            ApprovalQuery steps,
            DraftTable drafts,
            EvidenceTable evidence,
            ExtensionTable extensions,
            Substitutions substitutions,
            Directory directory,
            Workflow workflow) {
        this.steps = steps;
        this.drafts = drafts;
        this.evidence = evidence;
        this.extensions = extensions;
        this.substitutions = substitutions;
        this.directory = directory;
        this.workflow = workflow;
    }

    /**
     * Those that wait, the first due first; of people for whom one stands in today, too.
     *
     * @param asked which piece of them
     */
    public Piece<Approval> waiting(Slice asked) {
        Reach reach = substitutions.reachOf(directory.me());
        return asked.read((most, skipped) -> steps.waiting(reach, most, skipped))
                .map(this::described);
    }

    /** Some, waiting or not; others than decisions are left out. */
    List<Approval> those(Collection<String> tasks) {
        return described(steps.those(tasks));
    }

    private List<Approval> described(List<Found> found) {
        Map<Found, StepRule> rules = rules(found);
        Set<String> cases =
                rules.keySet().stream().map(step -> step.caseKey().toString()).collect(Collectors.toSet());
        List<Done> done = steps.handedIn(cases);
        List<String> tasks = done.stream().map(Done::taskId).toList();
        Map<String, Draft> typed = drafts.handedIn(tasks);
        Map<String, List<Evidence>> files =
                evidence.handedIn(tasks).stream().collect(Collectors.groupingBy(Evidence::taskId));
        Map<CaseKey, Extension> asked =
                found.stream().anyMatch(Approvals::isOfExtension) ? extensions.pending(cases) : Map.of();
        return found.stream()
                .filter(rules::containsKey)
                .map(step -> new Approval(
                        step.taskId(),
                        step.caseKey(),
                        step.process(),
                        step.element(),
                        step.name(),
                        step.title(),
                        step.unit(),
                        step.part(),
                        step.dueAt(),
                        step.endedAt() == null,
                        approval(Objects.requireNonNull(rules.get(step))),
                        isOfExtension(step)
                                ? null
                                : done.stream()
                                        .filter(before -> concerns(before, step))
                                        .findFirst()
                                        .map(before -> handedIn(before, typed, files))
                                        .orElse(null),
                        isOfExtension(step) ? asked.get(step.caseKey()) : null))
                .toList();
    }

    /** Of the steps that ask for a decision; each model's step is read once. */
    private Map<Found, StepRule> rules(List<Found> found) {
        Map<String, StepRule> known = new HashMap<>();
        return found.stream()
                .filter(step -> rule(known, step).decision() != null)
                .collect(Collectors.toMap(step -> step, step -> rule(known, step)));
    }

    private StepRule rule(Map<String, StepRule> known, Found step) {
        return known.computeIfAbsent(
                step.definition() + ' ' + step.element(), any -> workflow.rule(step.definition(), step.element()));
    }

    private static boolean isOfExtension(Found step) {
        return step.process().equals(RequestExtension.PROCESS);
    }

    private static boolean concerns(Done before, Found step) {
        return before.caseKey().equals(step.caseKey())
                && Objects.equals(before.part(), step.part())
                && !before.process().equals(RequestExtension.PROCESS);
    }

    private static Approval.HandedIn handedIn(
            Done before, Map<String, Draft> typed, Map<String, List<Evidence>> files) {
        return new Approval.HandedIn(
                before.by(),
                before.actingFor(),
                before.at(),
                typed.getOrDefault(before.taskId(), Draft.EMPTY).fields(),
                files.getOrDefault(before.taskId(), List.of()));
    }

    /** The first choice, if it needs nothing but to be chosen. */
    private static @Nullable String approval(StepRule rule) {
        String first = rule.options().get(0);
        boolean asksMore = rule.needsReason(first)
                || rule.needsEvidence(first)
                || rule.fields().stream().anyMatch(StepRule.Field::required);
        return asksMore ? null : first;
    }
}
