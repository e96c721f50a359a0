package vn.giaoviec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.giaoviec.casework.OpensInBatches;
import vn.giaoviec.testing.LedgerIsIntact;
import vn.giaoviec.testing.Measured;

/** A plan is issued: its cases opened in the product's batches, one in a transaction, and by the plain engine in hundreds. */
@Measured
@ExtendWith(LedgerIsIntact.class)
@Import({OpensInBatches.class, Ours.class})
class BulkBench {
    /** With -Pcampaign ten thousand. */
    private static final int CASES =
            Integer.getInteger("giaoviec.bench.bulk", Boolean.getBoolean("giaoviec.campaign") ? 10_000 : 2_000);

    /** One in a transaction is slow, and its rate is the same for fewer. */
    private static final int ALONE = CASES / 4;

    private static final int ROUNDS = 3;
    private static final int PRODUCTS_BATCH = 50;
    private static final int PEERS_BATCH = 100;

    @Autowired
    Ours ours;

    private final List<Double> together = new ArrayList<>();
    private final List<Double> alone = new ArrayList<>();
    private final List<Double> peers = new ArrayList<>();
    private final List<Double> statements = new ArrayList<>();
    private final List<Double> peersStatements = new ArrayList<>();

    @Test
    void issuing() throws Exception {
        try (Peer peer = Peer.start("peer_bulk", 1)) {
            batches(CASES / 4);
            peer(peer, CASES / 4);
            alone(ALONE / 4);
            together.clear();
            alone.clear();
            peers.clear();
            for (int round = 0; round < ROUNDS; round++) {
                for (int turn = 0; turn < 3; turn++) {
                    switch ((round + turn) % 3) {
                        case 0 -> batches(CASES);
                        case 1 -> alone(ALONE);
                        default -> peer(peer, CASES);
                    }
                }
            }
            long opened = CASES / 4 + ALONE / 4 + (long) ROUNDS * (CASES + ALONE);
            assertThat(ours.number("select count(*) from casework_case")).isEqualTo(opened);
            assertThat(ours.number("select count(*) from ACT_HI_PROCINST")).isEqualTo(opened);
            assertThat(ours.number("select count(*) from audit_entry where action = 'CaseOpened'"))
                    .isEqualTo(opened);
            assertThat(peer.started()).isEqualTo(CASES / 4 + (long) ROUNDS * CASES);
        }
        Scoreboard.row("issuing %,d cases in batches of %d".formatted(CASES, PRODUCTS_BATCH), "/s")
                .ours(Scoreboard.median(together))
                .to("ours, one in a transaction", Scoreboard.median(alone))
                .atLeast(8)
                .report();
        Scoreboard.row("issuing %,d cases in batches".formatted(CASES), "/s")
                .ours(Scoreboard.median(together))
                .to("peer in batches of " + PEERS_BATCH, Scoreboard.median(peers))
                .atLeast(2)
                .note(
                        "statements of a case: ours %.1f, peer %.1f",
                        Scoreboard.median(statements), Scoreboard.median(peersStatements))
                .report();
    }

    private void batches(int cases) throws Exception {
        int year = ours.issued(cases, Ours.unit(0));
        Cost cost = Cost.of(ours.account(), () -> ours.open(year, PRODUCTS_BATCH));
        together.add(cases / cost.seconds());
        statements.add(cost.count("statements") / (double) cases);
    }

    private void alone(int cases) throws Exception {
        int year = ours.issued(cases, Ours.unit(0));
        alone.add(cases / Cost.of(ours.account(), () -> ours.open(year, 1)).seconds());
    }

    private void peer(Peer peer, int cases) throws Exception {
        Cost cost = Cost.of(peer.account(), () -> peer.open(cases, PEERS_BATCH, Ours.unit(0)));
        peers.add(cases / cost.seconds());
        peersStatements.add(cost.count("statements") / (double) cases);
    }
}
