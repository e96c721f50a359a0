package vn.giaoviec.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.OnMariaDb;

/** Two nodes on one database do each job once. */
@OnMariaDb
class JobSharingTest {
    private static final int JOBS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, AtomicInteger> DONE = new ConcurrentHashMap<>();

    @Test
    void eachJobIsDoneOnce() throws Exception {
        Map<String, String> reach = MariaDbServer.freshDatabase("twonodes");
        List<ProcessEngine> nodes = new ArrayList<>();
        try (HikariDataSource one = pool(reach);
                HikariDataSource other = pool(reach)) {
            try {
                nodes.add(node("one", one, "true"));
                nodes.add(node("other", other, "false"));
                ProcessEngine first = nodes.get(0);
                first.getRepositoryService()
                        .createDeployment()
                        .addModelInstance(
                                "counting.bpmn",
                                Bpmn.createExecutableProcess("counting")
                                        .camundaHistoryTimeToLive(1)
                                        .startEvent()
                                        .camundaAsyncAfter()
                                        .serviceTask()
                                        .camundaClass(Counting.class)
                                        .endEvent()
                                        .done())
                        .deploy();
                for (int job = 0; job < JOBS; job++) {
                    first.getRuntimeService().startProcessInstanceByKey("counting");
                }
                nodes.forEach(node -> executor(node).start());
                awaitNoJobs(first);
                assertThat(DONE).hasSize(JOBS);
                assertThat(DONE.values()).extracting(AtomicInteger::get).containsOnly(1);
                assertThat(first.getRuntimeService().createIncidentQuery().count())
                        .isZero();
            } finally {
                nodes.forEach(node -> executor(node).shutdown());
                nodes.forEach(ProcessEngine::close);
            }
        }
    }

    private static ProcessEngine node(String name, HikariDataSource pool, String schema) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(pool);
        configuration.setDatabaseType("mysql");
        configuration.setDatabaseSchemaUpdate(schema);
        configuration.setJobExecutorActivate(false);
        configuration.setJobExecutor(asOurs());
        return configuration.buildProcessEngine();
    }

    /** An acquisition with the numbers of our own settings. */
    private static JobExecutor asOurs() {
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setMaxJobsPerAcquisition(setting("max-jobs-per-acquisition"));
        executor.setLockTimeInMillis(setting("lock-time-in-millis"));
        executor.setMaxWait(setting("max-wait"));
        executor.setBackoffTimeInMillis(setting("backoff-time-in-millis"));
        executor.setMaxBackoff(setting("max-backoff"));
        return executor;
    }

    private static int setting(String name) {
        try {
            StandardEnvironment environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("ours", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
            return Binder.get(environment)
                    .bind("camunda.bpm.job-execution." + name, Integer.class)
                    .get();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static HikariDataSource pool(Map<String, String> reach) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(reach.get("GIAOVIEC_DATABASE_URL"));
        pool.setUsername(reach.get("GIAOVIEC_DATABASE_USER"));
        pool.setPassword(reach.get("GIAOVIEC_DATABASE_PASSWORD"));
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }

    private static JobExecutor executor(ProcessEngine engine) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    private static void awaitNoJobs(ProcessEngine engine) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (engine.getManagementService().createJobQuery().count() > 0) {
            assertThat(Instant.now()).as("jobs are left").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Counts how often it is done for each process instance; the engine makes it by name. */
    public static final class Counting implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {
            DONE.computeIfAbsent(execution.getProcessInstanceId(), any -> new AtomicInteger())
                    .incrementAndGet();
        }
    }
}
