package vn.giaoviec.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.StepRule;
import vn.giaoviec.workflow.Workflow;

/** Keeps what a person types for a step, as it is typed. Half-done work is welcome; only completing is checked whole. */
@Service
public class SaveDraft {
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_REASON = 4_000;

    private final Workflow workflow;
    private final Directory directory;
    private final StepAccess stepAccess;
    private final CaseTable cases;
    private final DraftTable drafts;
    private final BusinessClock clock;

    SaveDraft(
            Workflow workflow,
            Directory directory,
            StepAccess stepAccess,
            CaseTable cases,
            DraftTable drafts,
            BusinessClock clock) {
        this.workflow = workflow;
        this.directory = directory;
        this.stepAccess = stepAccess;
        this.cases = cases;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * @param decision the chosen option, or null if none is chosen yet
     * @param reason the reason, empty if none
     * @param fields content by field name
     * @throws Refusal if the step is gone or not the person's, or the content does not fit its fields
     */
    @Transactional
    public void save(String taskId, @Nullable String decision, String reason, Map<String, String> fields) {
        Person me = directory.me();
        OpenStep step = workflow.openStep(taskId).orElseThrow(() -> new Refusal.Conflict("refusal.stepIsGone"));
        stepAccess.check(step, me);
        StepRule rule = workflow.rule(step.definition(), step.element());
        if (decision != null && !rule.options().contains(decision)) {
            throw new Refusal("refusal.notAnOption", decision);
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refusal("refusal.tooLong", CompleteStep.label("field", "reason"), LONGEST_REASON);
        }
        cases.lock(
                step.caseKey()); // a completion takes the draft before or after this, and is judged with what it takes
        if (!drafts.save(taskId, me.id(), decision, reason, fitting(rule, fields), clock.instant())) {
            throw new Refusal.Conflict("refusal.stepIsGone");
        }
    }

    private static Map<String, String> fitting(StepRule rule, Map<String, String> fields) {
        Set<String> known = rule.fields().stream().map(StepRule.Field::name).collect(Collectors.toSet());
        fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal("refusal.unknownField", name);
                });
        Map<String, String> fitting = new HashMap<>();
        for (StepRule.Field field : rule.fields()) {
            String content = fields.getOrDefault(field.name(), "");
            int longest = field.kind() == StepRule.Kind.TEXT ? LONGEST_TEXT : LONGEST_LINE;
            if (content.length() > longest) {
                throw new Refusal("refusal.tooLong", CompleteStep.label("field", field.name()), longest);
            }
            if (field.kind() == StepRule.Kind.FLAGS && !content.isBlank()) {
                for (String flag : CompleteStep.flags(content)) {
                    if (!field.flags().contains(flag)) {
                        throw new Refusal("refusal.notAnOption", flag);
                    }
                }
            }
            if (!content.isBlank()) {
                fitting.put(field.name(), content);
            }
        }
        return fitting;
    }
}
