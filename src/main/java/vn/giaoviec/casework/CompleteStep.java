package vn.giaoviec.casework;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.substitution.FourEyes;
import vn.giaoviec.workflow.CompletionRule;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.StepRule;
import vn.giaoviec.workflow.Workflow;

/**
 * What must hold before a step is left. It runs in the engine's transaction whoever asks and however; it trusts the
 * model, the directory and the completer's own draft, and nothing of the request.
 */
@Component
class CompleteStep implements CompletionRule {
    /** The spine's step with which a unit hands its product in; its time decides "in time". */
    static final String SUBMIT = "task_submit";

    /** A late submission says why it is late. */
    static final String LATENESS = "latenessReason";

    static final String ASSIGN = "task_assign";
    static final String INTERNAL_DUE = "internalDueOn";
    static final String ACCEPT = "task_accept";
    private static final Set<String> ON_THE_PRODUCT = Set.of("task_approve", "task_acceptAtProvince", ACCEPT);
    private static final String REPORT = "task_reportPeriod";

    /** Choices that send work back to those who did it, unlike those that end it or only give an opinion. */
    private static final Set<String> RETURNS =
            Set.of("returned", "sentBack", "upheld", "notPassed", "supplement", "adjust", "adjusted");

    private final CaseTable cases;
    private final WorkItemTable items;
    private final PeriodTable periods;
    private final StepTimes times;
    private final DraftTable drafts;
    private final EvidenceTable evidence;
    private final StepAccess access;
    private final FourEyes fourEyes;
    private final Directory directory;
    private final Workflow workflow;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    CompleteStep(
            CaseTable cases,
            WorkItemTable items,
            PeriodTable periods,
            StepTimes times,
            DraftTable drafts,
            EvidenceTable evidence,
            StepAccess access,
            FourEyes fourEyes,
            Directory directory,
            Workflow workflow,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.items = items;
        this.periods = periods;
        this.times = times;
        this.drafts = drafts;
        this.evidence = evidence;
        this.access = access;
        this.fourEyes = fourEyes;
        this.directory = directory;
        this.workflow = workflow;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Object> complete(OpenStep step, StepRule rule, String actor) {
        // steps of one case are completed one after the other: branches that end together meet at a join without a
        // conflict
        Case theCase = cases.lock(step.caseKey());
        Verdict verdict = judge(theCase, step, rule, actor);
        finish(step, verdict);
        return verdict.variables;
    }

    /**
     * Says whether the step could be completed now, and changes nothing.
     *
     * @throws Refusal with the reason if it could not
     */
    Verdict judge(OpenStep step, StepRule rule, String actor) {
        return judge(cases.find(step.caseKey()).orElseThrow(), step, rule, actor);
    }

    private Verdict judge(Case theCase, OpenStep step, StepRule rule, String actor) {
        Person person = directory.person(actor).orElseThrow(() -> new Refusal.Forbidden("refusal.unknownPerson"));
        String actingFor = access.check(step, person).actingFor();
        fourEyes(theCase, rule, person, actingFor);

        Draft draft = drafts.find(step.taskId(), actor).orElse(Draft.EMPTY);
        String option = decision(rule, draft);
        if (rule.needsReason(option)) {
            if (draft.reason().isBlank()) {
                throw new Refusal("refusal.reasonMissing", label("option", String.valueOf(option)));
            }
        } else {
            required(rule, draft);
            times.check(step, theCase, draft, option);
        }
        List<Evidence> files = evidence.of(step.taskId(), actor);
        if (rule.needsEvidence(option) && files.isEmpty()) {
            throw new Refusal("refusal.evidenceMissing");
        }
        return new Verdict(
                person,
                actingFor,
                draft,
                files,
                option,
                option != null && RETURNS.contains(option),
                variables(theCase, rule, draft, option));
    }

    /** A step that may be completed: by whom, in whose name, with what, and what the next gateway needs. */
    record Verdict(
            Person person,
            @Nullable String actingFor,
            Draft draft,
            List<Evidence> files,
            @Nullable String option,
            boolean returns,
            Map<String, Object> variables) {}

    /** Nobody decides on their own submission, nor on that of anybody with whom the decision lies through them. */
    private void fourEyes(Case theCase, StepRule rule, Person person, @Nullable String actingFor) {
        if (!rule.notBy().isEmpty()
                && items.didOneOf(
                        theCase.key(),
                        theCase.runNumber(),
                        fourEyes.withWhomLies(person.id(), actingFor),
                        rule.notBy())) {
            throw new Refusal.Forbidden("refusal.fourEyes");
        }
    }

    private static @Nullable String decision(StepRule rule, Draft draft) {
        if (rule.decision() == null) {
            return null;
        }
        String option = draft.decision();
        if (option == null || !rule.options().contains(option)) {
            throw new Refusal("refusal.decisionMissing");
        }
        return option;
    }

    private static void required(StepRule rule, Draft draft) {
        for (StepRule.Field field : rule.fields()) {
            if (field.required() && draft.field(field.name()).isBlank()) {
                throw new Refusal("refusal.fieldMissing", label("field", field.name()));
            }
        }
    }

    private Map<String, Object> variables(Case theCase, StepRule rule, Draft draft, @Nullable String option) {
        Map<String, Object> variables = new HashMap<>();
        if (rule.decision() != null && option != null) {
            variables.put(rule.decision(), option);
        }
        for (StepRule.Field field : rule.fields()) {
            String content = draft.field(field.name()).strip();
            switch (field.kind()) {
                case OFFICER -> {
                    if (!content.isEmpty()) {
                        variables.put(field.name(), officer(theCase.key(), content));
                    }
                }
                case DATE -> {
                    if (!content.isEmpty()) {
                        variables.put(field.name(), date(field.name(), content));
                    }
                }
                case FLAGS -> {
                    Set<String> chosen = flags(content);
                    field.flags().forEach(flag -> variables.put(flag, chosen.contains(flag)));
                }
                case TEXT, LINE -> {
                    // words are the draft's; no gateway reads them
                }
            }
        }
        return variables;
    }

    static Set<String> flags(String content) {
        return Arrays.stream(content.split(",", -1))
                .map(String::strip)
                .filter(flag -> !flag.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The head assigns inside the own unit. */
    private String officer(CaseKey key, String id) {
        return directory
                .person(id)
                .filter(person -> person.in(Groups.staff(key.unit())))
                .map(Person::id)
                .orElseThrow(() -> new Refusal("refusal.officerOfOtherUnit"));
    }

    static Date date(String field, String content) {
        return Date.from(day(field, content).atStartOfDay(BusinessClock.ZONE).toInstant());
    }

    static LocalDate day(String field, String content) {
        try {
            return LocalDate.parse(content);
        } catch (DateTimeParseException wrong) {
            throw new Refusal("refusal.notADate", label("field", field), content);
        }
    }

    private void finish(OpenStep step, Verdict verdict) {
        Person person = verdict.person;
        Draft draft = verdict.draft;
        String option = verdict.option;
        var now = clock.instant();
        String reason = draft.reason().isBlank() ? null : draft.reason().strip();
        if (!items.complete(step.taskId(), person.id(), verdict.actingFor, option, reason, now)) {
            throw new Refusal.Conflict("refusal.someoneWasFaster");
        }
        if (!draft.equals(Draft.EMPTY)) {
            drafts.freeze(step.taskId(), person.id(), now);
        }
        if (!verdict.files.isEmpty()) {
            evidence.freeze(step.taskId(), person.id(), now);
        }
        if (SUBMIT.equals(step.element())) {
            cases.submitted(step.caseKey(), now);
        }
        if (REPORT.equals(step.element()) && step.part() != null) {
            periods.submitted(step.caseKey(), step.part(), now);
        }
        if (ASSIGN.equals(step.element())) {
            String internalDue = draft.field(INTERNAL_DUE).strip();
            cases.internalDue(step.caseKey(), internalDue.isEmpty() ? null : day(INTERNAL_DUE, internalDue));
        }
        if (verdict.returns && step.part() != null) {
            periods.sentBack(step.caseKey(), step.part());
        }
        if (verdict.returns && ON_THE_PRODUCT.contains(step.element())) {
            cases.sentBack(step.caseKey());
            workflow.resetTimer(step.caseKey()); // the unit is chased again
        }
        if (verdict.returns && option != null && reason != null) {
            events.publishEvent(new WorkReturned(step.caseKey(), step.element(), option, reason));
        }
        events.publishEvent(new StepCompleted(
                step.caseKey(),
                step.taskId(),
                step.element(),
                verdict.actingFor,
                option,
                reason,
                draft.fields(),
                verdict.files.stream().map(Evidence::sha256).toList()));
    }

    /** An argument that is itself a message: the name of a field or choice in the reader's language. */
    static DefaultMessageSourceResolvable label(String kind, String name) {
        return new DefaultMessageSourceResolvable(new String[] {kind + "." + name}, name);
    }

    /**
     * A person completed a step.
     *
     * @param caseKey the case
     * @param taskId the step
     * @param element its id in the model
     * @param actingFor in whose name, or null if in the own one
     * @param outcome the chosen option, or null
     * @param reason the reason given, or null
     * @param fields what was handed in
     * @param evidence SHA-256 of the files handed in
     */
    record StepCompleted(
            CaseKey caseKey,
            String taskId,
            String element,
            @Nullable String actingFor,
            @Nullable String outcome,
            @Nullable String reason,
            Map<String, String> fields,
            List<String> evidence)
            implements Recorded {}
}
