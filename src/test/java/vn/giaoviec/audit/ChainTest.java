package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.audit.proof.PublicKey;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.audit.proof.Witness;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Looked;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** One link for each command and case, whoever else writes at the same moment; nothing of what is rolled back. */
@EngineTest
class ChainTest {
    private static final int PEOPLE = 4;
    private static final int LOOKS = 25;

    @Autowired
    Province province;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Seal seal;

    @Autowired
    AuditSettings settings;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void commandsAtTheSameMomentMakeOneChain() throws Exception {
        CaseKey key = province.opens(AnAssignment.of("resources")).key();
        long before = links(key);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            CyclicBarrier together = new CyclicBarrier(PEOPLE + 1);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                all.add(people.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    for (int look = 0; look < LOOKS; look++) {
                        events.publishEvent(new Looked(key, "test"));
                    }
                    return null;
                }));
            }
            together.await(30, TimeUnit.SECONDS);
            for (int i = 0; i < LOOKS; i++) {
                seal.seal(); // what commits late is sealed later, nothing is left out
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(links(key)).isEqualTo(before + PEOPLE * LOOKS);
        seal.seal();
        seal.copyOut();
        try (Connection connection = database.getConnection()) {
            Verification.Result result = Verification.of(
                    connection,
                    List.of(PublicKey.read(Files.readString(settings.folder().resolve("seal.pub")))),
                    Witness.read(settings.folder().resolve("checkpoints.log")));
            assertThat(result.findings()).isEmpty();
            assertThat(result.sealed()).isEqualTo(result.links());
        }
    }

    @Test
    void allFactsOfACommandStandInOneLinkAndNoneOfAFailedOne() {
        CaseKey key = province.opens(AnAssignment.of("resources")).key();
        long before = links(key);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Noted(key, "first"));
            events.publishEvent(new Noted(key, "second"));
        });
        assertThat(links(key)).isEqualTo(before + 1);
        assertThat(jdbc.sql(
                                "select facts from audit_entry where stream = ? and seq = ? and action <> 'RowsLeft' order by number")
                        .params(key.toString(), before + 1)
                        .query(String.class)
                        .list())
                .satisfiesExactly(first -> assertThat(first).contains("first"), second -> assertThat(second)
                        .contains("second"));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(new Noted(key, "never"));
                    throw new IllegalStateException("something else fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(links(key)).isEqualTo(before + 1);
        assertThatThrownBy(() -> events.publishEvent(new Noted(key, "outside any transaction")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private long links(CaseKey key) {
        return jdbc.sql("select count(*) from audit_link where stream = ?")
                .param(key.toString())
                .query(Long.class)
                .single();
    }

    private record Noted(CaseKey caseKey, String words) implements Recorded {}
}
