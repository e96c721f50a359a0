package vn.giaoviec.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/**
 * Totals are what cases come to, whoever works beside whom. That they are after everything else that can happen to a case is
 * checked after each test class.
 */
@EngineTest
class TotalsTest {
    private static final int TOGETHER = 8;

    @Autowired
    Province province;

    @Autowired
    TotalsTable table;

    @Autowired
    KeepTotals totals;

    @Autowired
    CheckTotals check;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void manyAtOnceAreCountedAsOneAfterAnother() throws Exception {
        int year = province.issues(IntStream.range(0, TOGETHER)
                .mapToObj(one -> AnAssignment.of("resources").code("T-%02d".formatted(one)))
                .toArray(AnAssignment[]::new));
        List<CaseDriver> cases = IntStream.range(0, TOGETHER)
                .mapToObj(one -> province.drives(new CaseKey(year, "T-%02d".formatted(one), "STTTT")))
                .toList();
        cases.forEach(
                one -> one.begins().throughResources().does("task_carryOut", "task_submit", "task_approve=approved"));
        ExecutorService people = Executors.newFixedThreadPool(TOGETHER);
        try {
            for (Future<?> accepted : people.invokeAll(cases.stream()
                    .<Callable<Object>>map(one -> () -> one.does("task_accept=accepted"))
                    .toList())) {
                accepted.get();
            }
        } finally {
            people.shutdown();
        }

        assertThat(of(year, "unit:STTTT")).isEqualTo(Map.of("DONE_IN_TIME", (long) TOGETHER));
        assertThat(table.missing()).isEmpty();
    }

    @Test
    void whatIsRolledBackIsNotCounted() {
        CaseDriver work = province.opens(AnAssignment.of("resources"));
        transaction.executeWithoutResult(status -> {
            totals.changes(work.key());
            jdbc.sql("update casework_case set state = 'SUSPENDED' where case_key = ?")
                    .param(work.key().toString())
                    .update();
            status.setRollbackOnly();
        });

        assertThat(of(work.key().year(), "unit:STTTT")).isEqualTo(Map.of("OPEN", 1L));
        assertThat(table.missing()).isEmpty();
    }

    @Test
    void aTotalThatSomebodyBentIsFoundAndCorrectedOnce() {
        CaseDriver work = province.opens(AnAssignment.of("resources"));
        jdbc.sql("update totals_part set cases = cases + 3 where plan_year = ? and part = 'unit:STTTT'")
                .param(work.key().year())
                .update();

        assertThat(check.correct()).isEqualTo(1);
        assertThat(check.correct()).isZero();
        assertThat(of(work.key().year(), "unit:STTTT")).isEqualTo(Map.of("OPEN", 1L));
    }

    private Map<String, Long> of(int year, String part) {
        return jdbc
                .sql("select standing, cases from totals_part where plan_year = ? and part = ? and cases <> 0")
                .params(year, part)
                .query((row, number) -> Map.entry(row.getString("standing"), row.getLong("cases")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
