package vn.giaoviec.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** A person's command that lost a race is done again; nobody else's is, and none forever. */
@EngineTest
class RepeatedCommandsTest {
    @Autowired
    Province province;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    PlatformTransactionManager transactions;

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void itSucceedsWhenTheOtherIsGone() {
        String answer = province.as("office1", () -> execute(losing(2)));
        assertThat(answer).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void afterThreeRepetitionsThePersonIsToldToLookAgain() {
        assertThatThrownBy(() -> province.as("office1", () -> execute(losing(100))))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Người khác vừa thay đổi hồ sơ này")
                .hasMessageNotContaining("ENGINE-");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void insideATransactionOfOursNothingIsRepeated() {
        assertThatThrownBy(() -> province.as(
                        "office1", () -> new TransactionTemplate(transactions).execute(status -> execute(losing(100)))))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void theEnginesOwnJobsHaveTheirOwnRepetitions() {
        assertThatThrownBy(() -> execute(losing(100))).isInstanceOf(OptimisticLockingException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void whatIsNoRaceIsNotRepeated() {
        assertThatThrownBy(() -> province.as(
                        "office1",
                        () -> execute(context -> {
                            attempts.incrementAndGet();
                            throw new IllegalStateException("a bug");
                        })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(attempts).hasValue(1);
    }

    private Command<String> losing(int times) {
        return context -> {
            if (attempts.getAndIncrement() < times) {
                throw new OptimisticLockingException("somebody else was faster");
            }
            return "done";
        };
    }

    private String execute(Command<String> command) {
        return engine.getCommandExecutorTxRequired().execute(command);
    }
}
