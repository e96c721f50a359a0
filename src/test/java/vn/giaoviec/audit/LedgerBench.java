package vn.giaoviec.audit;

import java.nio.file.Files;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import vn.giaoviec.audit.proof.PublicKey;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.audit.proof.Witness;
import vn.giaoviec.bench.Scoreboard;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.Measured;
import vn.giaoviec.testing.Province;

/**
 * What the ledger costs whoever completes a step, side by side with the same application whose ledger writes nothing; and
 * how fast a long ledger is verified. Run by {@code mvn -Pbench}; it says what it measured and judges nothing.
 */
@Measured
@Import({ManyLinks.class, LedgerBench.Switch.class})
class LedgerBench {
    private static final int ROUNDS = 12;
    private static final int THREADS = 2;
    private static final int CASES = 10;
    private static final int ENTRIES = 1_000_000;

    /** Every step of a case from reception to acceptance. */
    private static final List<String> STEPS = List.of(
            "task_receive=received",
            "task_assign",
            "task_classify=security",
            "task_prepareLevelDossier",
            "task_appraiseLevel=passed",
            "task_approveLevel",
            "task_carryOut",
            "task_submit",
            "task_approve=approved",
            "task_accept=accepted");

    @Autowired
    Province province;

    @Autowired
    SilentChain chain;

    @Autowired
    ManyLinks ledger;

    @Autowired
    Seal seal;

    @Autowired
    AuditSettings settings;

    @Autowired
    DataSource database;

    @Test
    void whatACompletionCosts() throws Exception {
        rounds(8); // until the code is compiled
        List<Round> without = new ArrayList<>();
        List<Round> with = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean first = round % 2 == 0;
            (first ? with : without).addAll(round(first));
            (first ? without : with).addAll(round(!first));
        }
        Scoreboard.row("steps completed, 2 threads, drafts prepared before", "/s")
                .ours(Scoreboard.median(with.stream().map(Round::perSecond).toList()))
                .to(
                        "ours without the ledger",
                        Scoreboard.median(without.stream().map(Round::perSecond).toList()))
                .report();
        for (int percent : new int[] {50, 95}) {
            Scoreboard.row("a step completed, percentile " + percent, "ms")
                    .ours(percentile(with, percent))
                    .to("ours without the ledger", percentile(without, percent))
                    .report();
        }
    }

    @Test
    void howFastIsVerified() throws Exception {
        chain.on = true;
        ledger.write(ENTRIES);
        seal.seal();
        seal.copyOut();
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            try (Connection connection = database.getConnection()) {
                Verification.fix(connection);
                Verification.of(
                        connection,
                        List.of(PublicKey.read(
                                Files.readString(settings.folder().resolve("seal.pub")))),
                        Witness.read(settings.folder().resolve("checkpoints.log")));
                connection.rollback();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Scoreboard.row("ledger entries verified, " + (i == 0 ? "first" : "second") + " time", "/s")
                    .ours(ENTRIES / seconds)
                    .note("%,d entries in %.1f s", ENTRIES, seconds)
                    .report();
        }
    }

    private void rounds(int many) throws Exception {
        for (int i = 0; i < many; i++) {
            round(true);
            round(false);
        }
    }

    /** Cases are opened and steps prepared outside of what is measured. */
    private List<Round> round(boolean on) throws Exception {
        chain.on = true;
        List<AnAssignment> assignments = IntStream.range(0, CASES * THREADS)
                .mapToObj(one -> AnAssignment.of("resources").code("T-%02d".formatted(one)))
                .toList();
        int year = province.issues(assignments.toArray(AnAssignment[]::new));
        List<CaseDriver> cases = assignments.stream()
                .map(one -> province.drives(
                        new CaseKey(year, one.code(), one.leads().get(0))))
                .toList();
        chain.on = on;
        List<Long> took = new ArrayList<>();
        long busy = 0;
        ExecutorService people = Executors.newFixedThreadPool(THREADS);
        try {
            for (String step : STEPS) {
                List<Runnable> ready = new ArrayList<>();
                for (CaseDriver one : cases) {
                    ready.add(prepared(one, step));
                }
                AtomicInteger next = new AtomicInteger();
                long start = System.nanoTime();
                List<Future<List<Long>>> done = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    done.add(people.submit(() -> {
                        List<Long> mine = new ArrayList<>();
                        for (int i = next.getAndIncrement(); i < ready.size(); i = next.getAndIncrement()) {
                            long began = System.nanoTime();
                            ready.get(i).run();
                            mine.add(System.nanoTime() - began);
                        }
                        return mine;
                    }));
                }
                for (Future<List<Long>> one : done) {
                    took.addAll(one.get());
                }
                busy += System.nanoTime() - start;
            }
        } finally {
            people.shutdown();
            chain.on = true;
        }
        return List.of(new Round(took, busy));
    }

    private static Runnable prepared(CaseDriver driver, String step) {
        int equals = step.indexOf('=');
        CaseDriver.Step open = driver.step(equals < 0 ? step : step.substring(0, equals));
        if (equals >= 0) {
            open.choosing(step.substring(equals + 1));
        }
        return open.prepared()::completeBare;
    }

    private static double percentile(List<Round> rounds, int percent) {
        return Scoreboard.percentile(
                        rounds.stream().flatMap(round -> round.took.stream()).toList(), percent)
                / 1e6;
    }

    private record Round(List<Long> took, long busy) {
        double perSecond() {
            return took.size() * 1e9 / busy;
        }
    }

    /** The ledger, which the bench alone can silence. */
    @TestConfiguration
    static class Switch {
        @Bean
        @Primary
        SilentChain silentChain(
                LinkTable links, EntryTable entries, RowTable rows, BusinessClock businessClock, Clock realClock) {
            return new SilentChain(links, entries, rows, businessClock, realClock);
        }
    }

    static final class SilentChain extends Chain {
        private volatile boolean on = true;

        SilentChain(LinkTable links, EntryTable entries, RowTable rows, BusinessClock businessClock, Clock realClock) {
            super(links, entries, rows, businessClock, realClock);
        }

        @Override
        void add(Happening happening) {
            if (on) {
                super.add(happening);
            }
        }

        @Override
        public void touched(String caseKey, String table, String id) {
            if (on) {
                super.touched(caseKey, table, id);
            }
        }
    }
}
