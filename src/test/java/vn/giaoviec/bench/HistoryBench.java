package vn.giaoviec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.OpensInBatches;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Measured;

/**
 * What happened in one finished case, while {@code -Dgiaoviec.bench.histories=…} others are finished too: read from our ledger
 * as the inspector's page does, and by the history API of the plain engine, where the same steps were done. Some cases are
 * carried to their end by people; the others are copies of what is kept of them.
 */
@Measured
@Import({OpensInBatches.class, Ours.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // a database of its own
class HistoryBench {
    /** With -Pcampaign fifty thousand. */
    private static final int HISTORIES =
            Integer.getInteger("giaoviec.bench.histories", Boolean.getBoolean("giaoviec.campaign") ? 50_000 : 5_000);

    private static final int LOOKS = Integer.getInteger("giaoviec.bench.looks", 150);
    private static final int WARM_UPS = LOOKS;

    private static final List<String> OURS = List.of(
            "audit_entry",
            "casework_case",
            "casework_work_item",
            "casework_draft",
            "casework_draft_field",
            "casework_evidence",
            "indicator_contribution");

    private static final List<String> ENGINES = List.of(
            "ACT_HI_PROCINST",
            "ACT_HI_ACTINST",
            "ACT_HI_TASKINST",
            "ACT_HI_IDENTITYLINK",
            "ACT_HI_VARINST",
            "ACT_HI_DETAIL",
            "ACT_HI_OP_LOG",
            "ACT_HI_JOB_LOG");

    @Autowired
    Ours ours;

    @Autowired
    AuditLog audit;

    @Autowired
    CaseHistory cases;

    @Autowired
    Contributions contributions;

    @Autowired
    HistoryService history;

    private final Random chance = new Random(1);

    @Test
    void oneCase() throws Exception {
        try (Peer peer = Peer.start("peer_history", 1)) {
            ours.ready(1, 2);
            for (int block = 0; block < 2; block++) {
                ours.block(0);
                peer.block(0);
            }
            assertThat(ours.finished()).isEqualTo(peer.finished());
            int copies = (int) (HISTORIES / peer.finished()) - 1;
            String schema = ours.account();
            copy(schema, Stream.of(OURS, ENGINES).flatMap(List::stream).toList(), copies);
            copy(peer.account(), ENGINES, copies);
            List<String> keys = strings(schema, "select case_key from audit_entry where action = 'CaseClosed'");
            List<String> peers = strings(peer.account(), "select BUSINESS_KEY_ from ACT_HI_PROCINST");
            assertThat(peers).hasSameSizeAs(keys).hasSizeGreaterThanOrEqualTo(HISTORIES / 2);
            everythingIsThere(keys, peers, peer);
            Look ledger = new Look(keys, key -> audit.of(CaseKey.of(key)));
            Look page = new Look(keys, key -> page(CaseKey.of(key)));
            EngineHistory own = new EngineHistory(history, ours.tasks());
            Look lean = new Look(keys, own::of);
            EngineHistory theirs = peer.history();
            Look full = new Look(peers, theirs::of);
            for (int look = 0; look < WARM_UPS + LOOKS; look++) {
                if (look == WARM_UPS) {
                    Stream.of(ledger, page, lean, full).forEach(one -> one.took.clear());
                }
                ours.province().as("inspector1", ledger::once);
                peer.as(Peer.INSPECTOR, full::once);
                ours.province().as("inspector1", page::once);
                lean.once(); // nobody who is signed in may
            }
            report(ledger, page, lean, full);
        }
    }

    private void report(Look ledger, Look page, Look lean, Look full) {
        Scoreboard.row("whole history of one case, of " + ledger.keys.size(), "ms")
                .ours(ledger.median())
                .timesLessThan("peer's history API", full.median())
                .atLeast(20)
                .note(
                        "ours %d entries of the ledger: what was done, not since when it waited, which the next row has;"
                                + " other %d objects",
                        ledger.things, full.things)
                .report();
        Scoreboard.row("the same with steps, drafts, files, moves, orders, extensions, contributions", "ms")
                .ours(page.median())
                .timesLessThan("peer's history API", full.median())
                .note("%d objects", page.things)
                .report();
        Scoreboard.row("whole history of one case by our own engine's API", "ms")
                .ours(ledger.median())
                .timesLessThan("history API on our lean history", lean.median())
                .note("%d objects", lean.things)
                .report();
    }

    /** What the page of a case and its file gather beside the ledger. */
    private List<Object> page(CaseKey key) {
        List<Object> all = new ArrayList<>();
        all.add(cases.find(key).orElseThrow());
        all.addAll(cases.steps(key));
        all.addAll(cases.handedIn(key).values());
        all.addAll(cases.evidence(key));
        all.addAll(cases.progress(key));
        all.addAll(cases.moves(key));
        all.addAll(cases.orders(key));
        all.addAll(cases.extensions(key));
        all.addAll(contributions.of(key));
        all.addAll(audit.of(key));
        return all;
    }

    /** Nobody is fast by leaving something out: each step with who did it and what was typed, the file, and the end. */
    private void everythingIsThere(List<String> keys, List<String> peers, Peer peer) {
        List<Entry> entries = audit.of(CaseKey.of(keys.get(keys.size() - 1)));
        assertThat(entries)
                .filteredOn(entry -> entry.action().equals("StepCompleted"))
                .hasSize(Step.spine("U01").size())
                .allSatisfy(entry -> assertThat(entry.actor()).isNotNull())
                .anySatisfy(entry -> assertThat(entry.facts()).contains(Step.WORDS));
        assertThat(entries)
                .extracting(Entry::action)
                .contains("CaseOpened", "EvidenceKept", "ProductAccepted", "ContributionPosted", "CaseClosed");
        peer.as(Peer.INSPECTOR, () -> assertThat(peer.history().of(peers.get(peers.size() - 1)))
                .hasSizeGreaterThan(5 * Step.spine("U01").size()));
    }

    /** What is kept of a case, so many times more. */
    private static void copy(String schema, List<String> tables, int times) throws SQLException {
        try (Connection root = MariaDbServer.root();
                Statement statement = root.createStatement()) {
            root.setCatalog(schema);
            root.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            statement.execute("set session foreign_key_checks = 0, unique_checks = 0");
            for (String table : tables) {
                statement.execute("create temporary table original as select * from " + table);
                for (int from = 1; from <= times; from += 500) {
                    statement.execute(Copies.of(root, table, "original", "true", from, Math.min(times, from + 499)));
                }
                statement.execute("drop temporary table original");
                statement.execute("analyze table " + table);
            }
        }
    }

    private static List<String> strings(String schema, String sql) {
        try (Connection root = MariaDbServer.root();
                Statement statement = root.createStatement()) {
            root.setCatalog(schema);
            List<String> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Somebody who looks at one case after the other. */
    private final class Look {
        private final List<String> keys;
        private final Function<String, List<?>> how;
        private final List<Double> took = new ArrayList<>();
        private int things;

        Look(List<String> keys, Function<String, List<?>> how) {
            this.keys = keys;
            this.how = how;
        }

        void once() {
            String key = keys.get(chance.nextInt(keys.size()));
            long began = System.nanoTime();
            things = how.apply(key).size();
            took.add((System.nanoTime() - began) / 1e6);
        }

        double median() {
            return Scoreboard.median(took);
        }
    }
}
