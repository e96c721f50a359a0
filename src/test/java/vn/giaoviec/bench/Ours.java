package vn.giaoviec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.casework.KeepEvidence;
import vn.giaoviec.casework.OpensInBatches;
import vn.giaoviec.casework.SaveDraft;
import vn.giaoviec.plan.IssuePlan;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.Province;

/**
 * The product, whole: rules, ledger, contributions and notices on. A person's visit to a step is the list of the own groups,
 * the claim where a group waits, the draft and the file that the step asks for, and Tasklist's command to complete.
 */
@TestComponent
class Ours implements Side {
    private static final int PAGE = 15;
    private static final int LOOKS = 5;

    private final Province province;
    private final IssuePlan issuePlan;
    private final OpensInBatches openCases;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final SaveDraft saveDraft;
    private final KeepEvidence keepEvidence;
    private final JdbcClient jdbc;
    private final Environment environment;
    private final Map<Integer, Queue<Block>> blocks = new ConcurrentHashMap<>();
    /** The cases each person of the bench works on, so that no two meet at the steps of a common group. */
    private final ThreadLocal<Set<String>> mine = ThreadLocal.withInitial(HashSet::new);

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    Ours(
            Province province,
            IssuePlan issuePlan,
            OpensInBatches openCases,
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            SaveDraft saveDraft,
            KeepEvidence keepEvidence,
            JdbcClient jdbc,
            Environment environment) {
        this.province = province;
        this.issuePlan = issuePlan;
        this.openCases = openCases;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.saveDraft = saveDraft;
        this.keepEvidence = keepEvidence;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** Every thread works in a unit of its own; the appraiser and the plan office are everybody's. */
    static String unit(int thread) {
        return "U%02d".formatted(thread + 1);
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public String account() {
        return environment.getRequiredProperty("spring.datasource.username");
    }

    @Override
    public void ready(int threads, int blocks) {
        ready(threads, blocks, BLOCK);
    }

    /** The same with blocks of so many cases; each block is a plan, and there are some hundred years for plans. */
    void ready(int threads, int blocks, int cases) {
        for (int thread = 0; thread < threads; thread++) {
            for (int block = 0; block < blocks; block++) {
                this.blocks
                        .computeIfAbsent(thread, any -> new ConcurrentLinkedQueue<>())
                        .add(new Block(issued(cases, unit(thread)), cases));
            }
        }
    }

    /** A plan of so many assignments, issued, with no case so far. */
    int issued(int assignments, String unit) {
        int year = province.imports(IntStream.rangeClosed(1, assignments)
                .mapToObj(one -> AnAssignment.of("resources")
                        .code("T-%05d".formatted(one))
                        .ledBy(unit))
                .toArray(AnAssignment[]::new));
        province.as(Step.OFFICE, () -> issuePlan.issue(year));
        return year;
    }

    /** Opens the cases of an issued plan. */
    void open(int year, int batch) {
        province.as(Step.OFFICE, () -> {
            openCases.open(year, batch);
        });
    }

    @Override
    public void block(int thread) {
        block(thread, Runnable::run);
    }

    /** The same with each act done in some way, such as again after a failure. */
    void block(int thread, Consumer<Runnable> how) {
        String unit = unit(thread);
        Block block = blocks.get(thread).remove();
        how.accept(() -> open(block.year, 1));
        for (Step step : Step.spine(unit)) {
            for (int i = 0; i < block.cases; i++) {
                how.accept(() -> visit(step, unit));
            }
        }
    }

    void visit(Step step, String unit) {
        String person = step.doer(unit);
        province.as(person, () -> {
            Task task = pick(step);
            try {
                if (task.getAssignee() == null) {
                    tasks.claim(task.getId(), person);
                }
                prepare(step, task.getId());
                forms.submitTaskForm(task.getId(), Map.of());
            } catch (RuntimeException failed) {
                taken.remove(task.getId());
                throw failed;
            }
        });
    }

    /** A page of what waits for the person's groups. */
    List<Task> list(int page) {
        return tasks.createTaskQuery()
                .taskCandidateGroupIn(identity.getCurrentAuthentication().getGroupIds())
                .includeAssignedTasks()
                .orderByTaskCreateTime()
                .desc()
                .listPage(page * PAGE, PAGE);
    }

    /**
     * A step of that kind: the first of a unit's new cases, or the next one of a case already begun; mostly on the first page.
     * While others complete theirs, a page may be short and steps move up to pages already seen, so it is looked again.
     */
    private Task pick(Step step) {
        for (int look = 0; look < LOOKS; look++) {
            int page = 0;
            List<Task> waiting;
            do {
                waiting = list(page++);
                for (Task task : waiting) {
                    if (step.element().equals(task.getTaskDefinitionKey())
                            && (step.begins() || mine.get().contains(task.getProcessInstanceId()))
                            && taken.add(task.getId())) {
                        mine.get().add(task.getProcessInstanceId());
                        return task;
                    }
                }
            } while (!waiting.isEmpty());
        }
        throw new AssertionError("nothing waits at " + step.element());
    }

    void prepare(Step step, String task) {
        saveDraft.save(task, step.option(), "", step.fields());
        if (step.evidence()) {
            try {
                keepEvidence.keep(
                        task, "minh-chung.txt", new ByteArrayInputStream(EVIDENCE.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    Province province() {
        return province;
    }

    TaskService tasks() {
        return tasks;
    }

    FormService forms() {
        return forms;
    }

    @Override
    public long finished() {
        long accepted = number("select count(*) from casework_case where state = 'COMPLETED'");
        assertThat(number("select count(*) from ACT_HI_PROCINST where END_ACT_ID_ = 'end_completed'"))
                .isEqualTo(accepted);
        assertThat(number("select count(*) from audit_entry where action = 'CaseClosed'"))
                .isEqualTo(accepted);
        assertThat(number("select count(*) from indicator_contribution")).isEqualTo(accepted);
        return accepted;
    }

    long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /**
     * @param year of an issued plan
     * @param cases how many assignments it has
     */
    private record Block(int year, int cases) {}
}
