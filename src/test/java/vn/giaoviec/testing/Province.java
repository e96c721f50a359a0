package vn.giaoviec.testing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.Draft;
import vn.giaoviec.casework.KeepEvidence;
import vn.giaoviec.casework.OpenCases;
import vn.giaoviec.casework.SaveDraft;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.indicator.DecideReading;
import vn.giaoviec.indicator.RecordReading;
import vn.giaoviec.indicator.Support;
import vn.giaoviec.indicator.TypedReading;
import vn.giaoviec.plan.ImportPlan;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.workflow.Workflow;

/**
 * The whole system seen from outside, in the words of the regulation. States are reached only by doing: a plan file is
 * imported, the plan office issues it, people complete steps as Tasklist does.
 */
@TestComponent
public class Province {
    /** Most plans are told apart by their year alone; pages show the newest, so tests of pages go beyond all others. */
    private static final AtomicInteger NEXT_YEAR = new AtomicInteger(2899);

    private static final AtomicInteger NEWEST_YEAR = new AtomicInteger(2900);

    final IdentityService identity;
    final ProcessEngine engine;
    final TaskService tasks;
    final FormService forms;
    final RuntimeService runtime;
    final ManagementService management;
    final Directory directory;
    final SaveDraft saveDraft;
    final KeepEvidence keepEvidence;
    final Workflow workflow;
    final CaseHistory history;
    private final ImportPlan importPlan;
    private final OpenCases openCases;
    private final Contributions contributions;
    private final RecordReading recordReading;
    private final DecideReading decideReading;
    private final BusinessClock clock;
    private final JdbcClient jdbc;

    Province(
            ProcessEngine engine,
            Directory directory,
            SaveDraft saveDraft,
            KeepEvidence keepEvidence,
            Workflow workflow,
            CaseHistory history,
            ImportPlan importPlan,
            OpenCases openCases,
            Contributions contributions,
            RecordReading recordReading,
            DecideReading decideReading,
            BusinessClock clock,
            JdbcClient jdbc) {
        this.engine = engine;
        this.identity = engine.getIdentityService();
        this.tasks = engine.getTaskService();
        this.forms = engine.getFormService();
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.directory = directory;
        this.saveDraft = saveDraft;
        this.keepEvidence = keepEvidence;
        this.workflow = workflow;
        this.history = history;
        this.importPlan = importPlan;
        this.openCases = openCases;
        this.contributions = contributions;
        this.recordReading = recordReading;
        this.decideReading = decideReading;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * Sở TT&TT reports what an indicator was on a day, and its head approves.
     *
     * @param corrects the reading that was wrong, or empty
     * @return the reading's number
     */
    public long reads(int year, String indicator, String asOf, String value, String corrects) {
        Map<String, String> typed = Map.of(
                "calculation",
                "STOCK",
                "asOf",
                asOf,
                "value",
                value,
                "source",
                "Thống kê",
                "corrects",
                corrects,
                "reason",
                corrects.isEmpty() ? "" : "sót số");
        long id = as("officer1.stttt", () -> recordReading.record(year, indicator, TypedReading.of(typed)));
        as("head.stttt", () -> decideReading.decide(year, indicator, id, "approved", ""));
        return id;
    }

    /** Imports and issues a plan with these assignments, in a year no other test uses. */
    public int issues(AnAssignment... assignments) {
        int year = imports(assignments);
        as("office1", () -> openCases.issue(year));
        return year;
    }

    /** The same, as the plan that pages show until another one comes. */
    public int issuesTheNewest(AnAssignment... assignments) {
        int year = importsTheNewest(assignments);
        as("office1", () -> openCases.issue(year));
        return year;
    }

    /** Imports such a plan, and leaves it to be issued. */
    public int importsTheNewest(AnAssignment... assignments) {
        int year = NEWEST_YEAR.getAndIncrement();
        imports(year, PlanText.of(year, List.of(assignments)));
        return year;
    }

    /** Imports a plan with these assignments, in a year no other test uses. */
    public int imports(AnAssignment... assignments) {
        if (ProcessEngines.getDefaultProcessEngine(false) != engine) {
            throw new IllegalStateException("another application has started since: see OneApplicationAtATime");
        }
        int year = NEXT_YEAR.getAndDecrement();
        imports(year, PlanText.of(year, List.of(assignments)));
        return year;
    }

    /** Issues one assignment and drives its only case. */
    public CaseDriver opens(AnAssignment assignment) {
        int year = issues(assignment);
        return drives(new CaseKey(year, assignment.code(), assignment.leads().get(0)));
    }

    public CaseDriver drives(CaseKey key) {
        return new CaseDriver(this, key);
    }

    public void imports(int year, String planFile) {
        importPlan.importFile("test-" + year + ".yaml", planFile.getBytes(StandardCharsets.UTF_8));
    }

    public Support support(int year, String indicator) {
        Support support = contributions.support(year).get(indicator);
        if (support == null) {
            throw new AssertionError("no indicator " + indicator);
        }
        return support;
    }

    /** Indicators whose ledger differs from where their cases stand. */
    public List<String> differences(int year) {
        return contributions.differences(year);
    }

    /** The demo's calendar goes forward to the morning of that day. */
    public void turns(LocalDate day) {
        clock.advanceTo(day);
    }

    /**
     * Whatever has come due by now happens, as the job executor would see to it, and what follows from it.
     *
     * @return how many jobs ran
     */
    public int timePasses() {
        int ran = 0;
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            for (Job job : due) {
                management.executeJob(job.getId());
                ran++;
            }
        }
        return ran;
    }

    private List<Job> due() {
        return management.createJobQuery().executable().orderByJobId().asc().list();
    }

    /** The keys of cases with anything left in the engine, timers included. */
    public Set<String> running() {
        return runtime.createProcessInstanceQuery().list().stream()
                .map(ProcessInstance::getBusinessKey)
                .collect(Collectors.toSet());
    }

    /** How many timers watch a deadline. */
    public long watches() {
        return management.createJobQuery().activityId("timer_deadline").count();
    }

    /** Jobs that the engine has given up. */
    public long failedJobs() {
        return management.createJobQuery().noRetriesLeft().count();
    }

    /** The case's process instance, as long as it runs. */
    public ProcessInstance instance(CaseKey key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .rootProcessInstances()
                .singleResult();
    }

    /** What was handed in with the completed steps of a case. */
    public Map<String, Draft> handedIn(CaseKey key) {
        return history.handedIn(key);
    }

    /** A person types into a step. */
    public void saves(String person, String taskId, Map<String, String> fields) {
        as(person, () -> saveDraft.save(taskId, null, "", fields));
    }

    /** A person joins another group, as a directory change would make it. */
    public void promotes(String person, String group) {
        jdbc.sql("insert into directory_membership (person, group_id) values (?, ?)")
                .params(person, group)
                .update();
    }

    public void demotes(String person, String group) {
        jdbc.sql("delete from directory_membership where person = ? and group_id = ?")
                .params(person, group)
                .update();
    }

    /** Acts as a signed-in person, as the web filters do for a request. */
    public <T> T as(String person, Supplier<T> action) {
        Person me = directory.person(person).orElseThrow(() -> new AssertionError("no person " + person));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        identity.setAuthentication(person, new ArrayList<>(me.groups()));
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }

    public void as(String person, Runnable action) {
        as(person, () -> {
            action.run();
            return "";
        });
    }
}
