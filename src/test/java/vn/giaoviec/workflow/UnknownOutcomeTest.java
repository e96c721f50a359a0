package vn.giaoviec.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.TransactionException;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.NoteProgress;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.casework.ReopenCase;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.CuttingProxy;
import vn.giaoviec.testing.LedgerIsIntact;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.Province;

/**
 * The connection is lost when the commit has been carried out and before anybody hears of it. Done again, everything is
 * there once. The only test application whose job executor works, so its settings are looked at here too.
 */
@OnMariaDb
@ExtendWith(LedgerIsIntact.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = UnknownOutcomeTest.ThroughTheProxy.class)
@Import(Province.class)
class UnknownOutcomeTest {
    private static final CuttingProxy WIRE = CuttingProxy.before(MariaDbServer.port());
    private static final String OFFICER = "officer1.stttt";

    @Autowired
    Province province;

    @Autowired
    NoteProgress noteProgress;

    @Autowired
    ReopenCase reopenCase;

    @Autowired
    CaseHistory history;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    /** The application stays, as every other of the tests: the engine's pages know the one that started last. */
    @AfterAll
    static void rest(@Autowired ProcessEngineConfigurationImpl engine) {
        engine.getJobExecutor().shutdown();
    }

    @Test
    void aNoteIsNotedOnce() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins();
        UUID command = UUID.randomUUID();
        WIRE.cutNextCommit();
        assertThatThrownBy(() -> note(work, command)).isInstanceOf(TransactionException.class);
        assertThat(WIRE.hasCut()).isTrue();
        note(work, command);
        assertThat(history.progress(work.key())).hasSize(1);
    }

    @Test
    void aCaseIsReopenedOnce() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
        work.does("task_prepareLevelDossier", "task_appraiseLevel=passed", "task_approveLevel")
                .finishes();
        UUID command = UUID.randomUUID();
        WIRE.cutNextCommit();
        assertThatThrownBy(() -> reopen(work, command)).isInstanceOf(TransactionException.class);
        assertThat(WIRE.hasCut()).isTrue();
        reopen(work, command);
        assertThat(work.now().runNumber()).isEqualTo(2);
        assertThat(work.waitsAt()).containsExactly("task_receive");
    }

    @Test
    void aCompletedStepIsFoundCompletedAtOnce() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
        CaseDriver.Step step = work.step("task_prepareLevelDossier").prepared();
        WIRE.cutNextCommit();
        for (int press = 0; press < 2; press++) {
            assertThatThrownBy(step::completeBare)
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasMessageContaining("Bạn đã hoàn thành bước này lúc ");
            assertThat(WIRE.hasCut()).isTrue();
        }
        assertThat(work.waitsAt()).containsExactly("task_appraiseLevel");
    }

    @Test
    void theJobExecutorIsSetForTwoNodes() {
        assertThat(engine.getJobExecutor()).satisfies(executor -> {
            assertThat(executor.isActive()).isTrue();
            assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(10);
            assertThat(executor.getLockTimeInMillis()).isEqualTo(45_000);
            assertThat(executor.getMaxWait()).isEqualTo(10_000);
            assertThat(executor.getBackoffTimeInMillis()).isEqualTo(25);
            assertThat(executor.getMaxBackoff()).isEqualTo(400);
        });
    }

    private void note(CaseDriver work, UUID command) {
        province.as(OFFICER, () -> noteProgress.note(work.key(), Progress.Kind.PROGRESS, "Đang làm", command));
    }

    private void reopen(CaseDriver work, UUID command) {
        province.as("office1", () -> reopenCase.reopen(work.key(), "Thiếu phụ lục", command));
    }

    /** A database of its own, reached by the wire that can be cut. */
    static final class ThroughTheProxy implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, String> reach = MariaDbServer.freshDatabase("wire");
            String url = Objects.requireNonNull(reach.get("GIAOVIEC_DATABASE_URL"))
                    .replace(":" + MariaDbServer.port() + "/", ":" + WIRE.port() + "/");
            context.getEnvironment().addActiveProfile("mariadb");
            TestPropertyValues.of(reach).applyTo(context);
            TestPropertyValues.of(
                            "spring.datasource.url=" + url,
                            "spring.datasource.username=" + reach.get("GIAOVIEC_DATABASE_USER"),
                            "spring.datasource.password=" + reach.get("GIAOVIEC_DATABASE_PASSWORD"),
                            "spring.flyway.user=" + reach.get("GIAOVIEC_DATABASE_OWNER"),
                            "spring.flyway.password=" + reach.get("GIAOVIEC_DATABASE_OWNER_PASSWORD"),
                            "camunda.bpm.database.type=mysql")
                    .applyTo(context);
        }
    }
}
