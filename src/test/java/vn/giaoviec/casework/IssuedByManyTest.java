package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.plan.IssuePlan;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** Nodes that start together on a plan whose issue was cut off: each case is opened once, and none of them stumbles. */
@EngineTest
class IssuedByManyTest {
    private static final int NODES = 3;
    private static final int ASSIGNMENTS = 120;

    @Autowired
    Province province;

    @Autowired
    IssuePlan issuePlan;

    @Autowired
    OpenCases openCases;

    @Autowired
    CaseTable cases;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachCaseIsOpenedOnce() throws Exception {
        int year = province.imports(IntStream.range(0, ASSIGNMENTS)
                .mapToObj(number -> AnAssignment.of("research").code("T-" + number))
                .toArray(AnAssignment[]::new));
        province.as("office1", () -> issuePlan.issue(year));
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            CyclicBarrier together = new CyclicBarrier(NODES);
            List<Future<?>> starts = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                starts.add(nodes.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    openCases.run(new DefaultApplicationArguments());
                    return null;
                }));
            }
            for (Future<?> start : starts) {
                start.get(120, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(cases.keys(year)).hasSize(ASSIGNMENTS);
        assertThat(jdbc.sql("""
                                select count(*) from ACT_HI_PROCINST
                                where BUSINESS_KEY_ like ? and SUPER_PROCESS_INSTANCE_ID_ is null""").param(year + "/%").query(Integer.class).single())
                .isEqualTo(ASSIGNMENTS);
    }
}
