package vn.giaoviec.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.testing.MariaDbServer;

/**
 * The same work on the plain engine, as a team would write it in a day: default settings of its Spring Boot starter, own
 * schema and account on the same server, everything of a case in process variables, the file too; authorizations on with
 * the grants that the engine writes by default. No rules beyond the gateways, no ledger, no tables of its own.
 */
final class Peer implements Side, AutoCloseable {
    /** Who may read whatever happened. */
    static final String INSPECTOR = "inspector1";

    private static final int PAGE = 15;
    private static final Date DUE = Date.from(LocalDate.of(2099, 6, 30)
            .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
            .toInstant());

    private final String schema;
    private final HikariDataSource database = new HikariDataSource();
    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private final IdentityService identity;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final HistoryService history;
    private final AtomicInteger code = new AtomicInteger();
    /** The cases each person of the bench works on, so that no two meet at the steps of a common group. */
    private final ThreadLocal<Set<String>> mine = ThreadLocal.withInitial(HashSet::new);

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private Peer(String schema) {
        this.schema = schema;
        Map<String, String> reach = MariaDbServer.freshDatabase(schema);
        HikariConfig settings = new HikariConfig();
        // the engine needs the one as soon as the account sees two schemas, and refuses any other isolation
        settings.setJdbcUrl(reach.get("GIAOVIEC_DATABASE_URL") + "?nullDatabaseMeansCurrent=true");
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.setUsername(reach.get("GIAOVIEC_DATABASE_USER"));
        settings.setPassword(reach.get("GIAOVIEC_DATABASE_PASSWORD"));
        settings.setMaximumPoolSize(20);
        settings.copyStateTo(database);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        GenericApplicationContext noBeans = new GenericApplicationContext();
        noBeans.refresh();
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setApplicationContext(noBeans);
        configuration.setProcessEngineName(schema);
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseType("mysql");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setAuthorizationEnabled(true);
        // ids such as U01.head, which the default forbids
        configuration.setGeneralResourceWhitelistPattern("[A-Za-z0-9._-]{1,64}");
        configuration.setIdGenerator(new StrongUuidGenerator());
        // its own would be an old collection of threads; during the measurement no job runs here nor with us
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        identity = engine.getIdentityService();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        forms = engine.getFormService();
        history = engine.getHistoryService();
    }

    /** A fresh one whose units are those of so many threads. */
    static Peer start(String schema, int threads) {
        Peer peer = new Peer(schema);
        peer.engine
                .getRepositoryService()
                .createDeployment()
                .addClasspathResource("bench/spine.bpmn")
                .addClasspathResource("bench/two-steps.bpmn")
                .deploy();
        peer.person(Step.OFFICE, "plan-office");
        peer.unit(Step.APPRAISER);
        for (int thread = 0; thread < threads; thread++) {
            peer.unit(Ours.unit(thread));
        }
        peer.grant("plan-office", Resources.PROCESS_INSTANCE, Permissions.CREATE);
        peer.grant("plan-office", Resources.PROCESS_DEFINITION, Permissions.CREATE_INSTANCE);
        peer.person(INSPECTOR, "inspectors");
        peer.grant("inspectors", Resources.PROCESS_DEFINITION, Permissions.READ_HISTORY);
        return peer;
    }

    private void unit(String unit) {
        String suffix = "." + unit.toLowerCase(Locale.ROOT);
        person("head" + suffix, unit + ".head");
        person("deputy" + suffix, unit + ".head");
        person("officer1" + suffix, unit + ".staff");
        person("officer2" + suffix, unit + ".staff");
    }

    private void person(String id, String group) {
        identity.saveUser(identity.newUser(id));
        joins(id, group);
    }

    /** Makes a person a member of one more group. */
    void joins(String id, String group) {
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        identity.createMembership(id, group);
    }

    private void grant(String group, Resource resource, Permission permission) {
        AuthorizationService authorizations = engine.getAuthorizationService();
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(Authorization.ANY);
        grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }

    @Override
    public String name() {
        return "peer";
    }

    @Override
    public String account() {
        return schema;
    }

    @Override
    public void ready(int threads, int blocks) {
        // a process can be started at any time
    }

    @Override
    public void block(int thread) {
        String unit = Ours.unit(thread);
        as(Step.OFFICE, () -> {
            for (int i = 0; i < BLOCK; i++) {
                start("spine", unit);
            }
        });
        for (Step step : Step.spine(unit)) {
            for (int i = 0; i < BLOCK; i++) {
                visit(step, unit);
            }
        }
    }

    /** Opens so many cases with so many in one transaction. */
    void open(int cases, int batch, String unit) {
        as(Step.OFFICE, () -> {
            for (int from = 0; from < cases; from += batch) {
                int many = Math.min(batch, cases - from);
                transaction.executeWithoutResult(status -> {
                    for (int i = 0; i < many; i++) {
                        start("spine", unit);
                    }
                });
            }
        });
    }

    void start(String process, String unit) {
        String key = "2024/T-%06d/%s".formatted(code.incrementAndGet(), unit);
        Map<String, Object> variables = new HashMap<>();
        variables.put("code", key);
        variables.put("title", "Nhiệm vụ thử");
        variables.put("unit", unit);
        variables.put("appraiser", Step.APPRAISER);
        variables.put("dueOn", DUE);
        runtime.startProcessInstanceByKey(process, key, variables);
    }

    void visit(Step step, String unit) {
        String person = step.doer(unit);
        as(person, () -> {
            Task task = pick(step, list());
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            complete(step, task.getId());
        });
    }

    List<Task> list() {
        return asked().orderByTaskCreateTime().desc().listPage(0, PAGE);
    }

    /** How many wait in the list. */
    long count() {
        return asked().count();
    }

    private TaskQuery asked() {
        return tasks.createTaskQuery()
                .taskCandidateGroupIn(identity.getCurrentAuthentication().getGroupIds())
                .includeAssignedTasks();
    }

    /** A step of that kind: the first of a unit's new cases, or the next one of a case already begun. */
    private Task pick(Step step, List<Task> waiting) {
        Task picked = waiting.stream()
                .filter(task -> step.peerElement().equals(task.getTaskDefinitionKey())
                        && (step.begins() || mine.get().contains(task.getProcessInstanceId()))
                        && taken.add(task.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing waits at " + step.peerElement() + " but " + waiting));
        mine.get().add(picked.getProcessInstanceId());
        return picked;
    }

    void complete(Step step, String task) {
        Map<String, Object> variables = new HashMap<>(step.variables());
        if (step.evidence()) {
            variables.put(
                    "evidence",
                    Variables.fileValue("minh-chung.txt")
                            .file(EVIDENCE.getBytes(StandardCharsets.UTF_8))
                            .mimeType("text/plain")
                            .create());
        }
        forms.submitTaskForm(task, variables);
    }

    /** Acts as a person whose groups are looked up once a visit, as with us. */
    void as(String person, Runnable action) {
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(person, groups);
        try {
            action.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    EngineHistory history() {
        return new EngineHistory(history, tasks);
    }

    @Override
    public long finished() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("spine")
                .completed()
                .count();
    }

    long started() {
        return history.createHistoricProcessInstanceQuery().count();
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
