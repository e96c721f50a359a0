package vn.giaoviec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.giaoviec.casework.OpensInBatches;
import vn.giaoviec.testing.LedgerIsIntact;
import vn.giaoviec.testing.Measured;

/** Lifecycles by eight threads at once: whether anything fails, and whether anybody hears of a deadlock. */
@Measured
@ExtendWith(LedgerIsIntact.class)
@Import({OpensInBatches.class, Ours.class})
class SoundnessBench {
    private static final int THREADS = 8;

    /** With -Pcampaign ten thousand, else a sample. */
    private static final int LIFECYCLES =
            Integer.getInteger("giaoviec.bench.sound", Boolean.getBoolean("giaoviec.campaign") ? 10_000 : 400);

    private static final int BLOCKS = Math.max(1, Math.min(50, LIFECYCLES / THREADS / Side.BLOCK));
    private static final int ATTEMPTS = 5;

    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger deadlocks = new AtomicInteger();

    @Autowired
    Ours ours;

    @Test
    void manyAtOnce() throws Exception {
        int cases = LIFECYCLES / THREADS / BLOCKS;
        ours.ready(THREADS, BLOCKS, cases);
        long before = ours.finished();
        ExecutorService people = Executors.newFixedThreadPool(THREADS);
        Cost cost;
        try {
            cost = Cost.of(ours.account(), () -> {
                List<Future<?>> working = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int mine = thread;
                    working.add(people.submit(() -> {
                        for (int block = 0; block < BLOCKS; block++) {
                            ours.block(mine, this::attempted);
                        }
                    }));
                }
                for (Future<?> one : working) {
                    one.get();
                }
            });
        } finally {
            people.shutdown();
            // whoever still works when another has failed would look like a ledger that does not verify
            assertThat(people.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        }
        int lifecycles = BLOCKS * THREADS * cases;
        // in the end every case is there, once
        assertThat(ours.finished() - before).isEqualTo(lifecycles);
        Scoreboard.row("acts that failed, of " + lifecycles + " lifecycles by 8 threads", "")
                .ours(failed.get())
                .oursAtMost(0)
                .note(
                        "%.1f lifecycles/s; %d deadlocks in the server, %d transactions rolled back",
                        lifecycles / cost.seconds(), cost.count("deadlocks"), cost.count("rollback"))
                .report();
        Scoreboard.row("deadlocks that reached a person", "")
                .ours(deadlocks.get())
                .oursAtMost(0)
                .report();
    }

    /** A person who is told of a failure tries again. */
    private void attempted(Runnable act) {
        for (int attempt = 1; ; attempt++) {
            try {
                act.run();
                return;
            } catch (RuntimeException failure) {
                failed.incrementAndGet();
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    if (cause instanceof SQLException sql && "40001".equals(sql.getSQLState())) {
                        deadlocks.incrementAndGet();
                        break;
                    }
                }
                Scoreboard.say("BENCH failed: %s", failure);
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }
}
