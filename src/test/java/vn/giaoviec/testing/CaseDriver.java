package vn.giaoviec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.WorkItem;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.workflow.OpenStep;
import vn.giaoviec.workflow.StepRule;

/** Drives one case by doing its steps; whatever a step asks and the test does not say is filled in sensibly. */
public final class CaseDriver {
    private final Province province;
    private final CaseKey key;

    CaseDriver(Province province, CaseKey key) {
        this.province = province;
        this.key = key;
    }

    public CaseKey key() {
        return key;
    }

    public Case now() {
        return province.history.find(key).orElseThrow();
    }

    /** Every step that waits, in no order. */
    public List<Step> waiting() {
        return tasks().stream().map(task -> new Step(task.getId())).toList();
    }

    /** Ids of the steps that wait, over all processes of the case. */
    public Set<String> waitsAt() {
        return tasks().stream().map(Task::getTaskDefinitionKey).collect(Collectors.toSet());
    }

    /** Does steps one after the other: {@code task_receive=received}, or just the step where nothing is to choose. */
    public CaseDriver does(String... steps) {
        for (String step : steps) {
            int equals = step.indexOf('=');
            if (equals < 0) {
                step(step).complete();
            } else {
                step(step.substring(0, equals))
                        .choosing(step.substring(equals + 1))
                        .complete();
            }
        }
        return this;
    }

    /** From the start to the officer's desk. */
    public CaseDriver begins() {
        return does("task_receive=received", "task_assign");
    }

    /** From the officer's desk to acceptance, for processes with nothing in between. */
    public CaseDriver finishes() {
        return does("task_carryOut", "task_submit", "task_approve=approved", "task_accept=accepted");
    }

    /** Lets the timer of that element come due, as the job executor would. */
    public CaseDriver fires(String timer) {
        List<Job> jobs = province.management.createJobQuery().activityId(timer).list().stream()
                .filter(job -> owns(job.getProcessInstanceId()))
                .toList();
        assertThat(jobs).as("jobs of %s", timer).isNotEmpty();
        province.management.executeJob(jobs.get(0).getId());
        return this;
    }

    /** When the timers on the deadline of the case are due, in the province's time. */
    public List<LocalDateTime> timers() {
        return province.management.createJobQuery().activityId("timer_deadline").list().stream()
                .filter(job -> owns(job.getProcessInstanceId()))
                .map(job -> LocalDateTime.ofInstant(job.getDuedate().toInstant(), BusinessClock.ZONE))
                .toList();
    }

    /** When the timers on answers of other units are due, in the province's time. */
    public List<LocalDateTime> limits() {
        return province.management.createJobQuery().activityId("timer_consultUntil").list().stream()
                .filter(job -> owns(job.getProcessInstanceId()))
                .map(job -> LocalDateTime.ofInstant(job.getDuedate().toInstant(), BusinessClock.ZONE))
                .toList();
    }

    /** Until when the waiting steps are to be done, as Tasklist shows it. */
    public List<LocalDateTime> dueDates() {
        return tasks().stream()
                .map(task -> LocalDateTime.ofInstant(task.getDueDate().toInstant(), BusinessClock.ZONE))
                .toList();
    }

    /** How many steps of that kind wait. */
    public int steps(String element) {
        return (int) tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(element))
                .count();
    }

    /** Who may take the step that waits there. */
    public List<String> groupsOf(String element) {
        return step(element).open.groups();
    }

    /** The group's own steps of {@code resources}, by the shortest way. */
    public CaseDriver throughResources() {
        return does(
                "task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed", "task_approveLevel");
    }

    /** Whether that process instance, the case's own or a called one, belongs to this case. */
    public boolean owns(String processInstance) {
        return province.runtime
                        .createProcessInstanceQuery()
                        .processInstanceId(processInstance)
                        .processInstanceBusinessKey(key.toString())
                        .count()
                == 1;
    }

    /** Runs whatever continues by itself. */
    public CaseDriver continues() {
        for (Job job : province.management.createJobQuery().messages().list()) {
            province.management.executeJob(job.getId());
        }
        return this;
    }

    public Step step(String element) {
        Task task = tasks().stream()
                .filter(open -> open.getTaskDefinitionKey().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " does not wait at " + element + " but at " + waitsAt()));
        return new Step(task.getId());
    }

    private List<Task> tasks() {
        return province.tasks
                .createTaskQuery()
                .processInstanceBusinessKey(key.toString())
                .list();
    }

    /** One step about to be done. */
    public final class Step {
        private final OpenStep open;
        private final StepRule rule;
        private final Map<String, String> fields = new HashMap<>();
        private boolean evidence = true;
        private boolean filled = true;
        private @Nullable String option;
        private @Nullable String reason;
        private @Nullable String person;

        private Step(String taskId) {
            this.open = province.workflow.openStep(taskId).orElseThrow();
            this.rule = province.workflow.rule(open.definition(), open.element());
        }

        public String taskId() {
            return open.taskId();
        }

        public String element() {
            return open.element();
        }

        /** Mostly the first choice the model offers, as work mostly goes on; now and then any other. */
        public Step decidedBy(Random random) {
            List<String> options = rule.options();
            return options.isEmpty()
                    ? this
                    : choosing(options.get(random.nextInt(5) > 0 ? 0 : random.nextInt(options.size())));
        }

        public Step by(String personId) {
            person = personId;
            return this;
        }

        /** Whoever has the step hands it back, and this person takes it. */
        public Step handedTo(String personId) {
            if (open.assignee() != null) {
                province.as(open.assignee(), () -> province.tasks.setAssignee(open.taskId(), null));
            }
            province.as(personId, () -> province.tasks.claim(open.taskId(), personId));
            return by(personId);
        }

        public Step choosing(String chosen) {
            option = chosen;
            return this;
        }

        public Step because(String why) {
            reason = why;
            return this;
        }

        public Step with(String field, String content) {
            fields.put(field, content);
            return this;
        }

        public Step withoutEvidence() {
            evidence = false;
            return this;
        }

        /** Leaves fields and reason as the test set them, or empty. */
        public Step unfilled() {
            filled = false;
            return this;
        }

        /** Types the draft and brings the evidence, then completes as Tasklist does: with nothing in the request. */
        public void complete() {
            String doer = person == null ? someoneEligible() : person;
            province.as(doer, () -> {
                prepare();
                province.forms.submitTaskForm(open.taskId(), Map.of());
            });
        }

        /** Completes with nothing prepared beyond what the test did itself. */
        public void completeBare() {
            String doer = person == null ? someoneEligible() : person;
            province.as(doer, () -> province.forms.submitTaskForm(open.taskId(), Map.of()));
        }

        /** Types the draft and brings the evidence without completing. */
        public Step prepared() {
            String doer = person == null ? someoneEligible() : person;
            province.as(doer, this::prepare);
            return by(doer);
        }

        private void prepare() {
            Map<String, String> typed = new HashMap<>(fields);
            if (filled) {
                rule.fields().forEach(field -> typed.computeIfAbsent(field.name(), name -> sensible(field)));
            }
            String why = reason == null && filled && rule.needsReason(option) ? "Lý do thử" : reason;
            province.saveDraft.save(open.taskId(), option, why == null ? "" : why, typed);
            if (evidence && rule.needsEvidence(option)) {
                bring("minh-chung.txt", "đã làm xong");
            }
        }

        private void bring(String name, String content) {
            try {
                province.keepEvidence.keep(
                        open.taskId(), name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private String sensible(StepRule.Field field) {
            return switch (field.kind()) {
                case TEXT, LINE -> "Nội dung thử";
                case DATE -> field.required() ? "2099-12-01" : "";
                case OFFICER -> "officer1." + key.unit().toLowerCase(Locale.ROOT);
                case FLAGS -> String.join(",", field.flags());
            };
        }

        /** A member of the step's groups who has it, or may take it, and whom four eyes do not bar. */
        private String someoneEligible() {
            if (open.assignee() != null) {
                return open.assignee();
            }
            Set<String> barred = province.history.steps(key).stream()
                    .filter(item -> rule.notBy().contains(item.element()) && item.completedBy() != null)
                    .map(WorkItem::completedBy)
                    .collect(Collectors.toSet());
            return open.groups().stream()
                    .flatMap(group -> province.directory.members(group).stream())
                    .map(Person::id)
                    .filter(id -> !barred.contains(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody may do " + open.element()));
        }
    }
}
