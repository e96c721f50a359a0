package vn.giaoviec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.giaoviec.casework.OpensInBatches;
import vn.giaoviec.testing.LedgerIsIntact;
import vn.giaoviec.testing.Measured;

/**
 * A case from its opening to its acceptance: ten steps by people, five gateways, one deadline timer. Ours with everything on,
 * the plain engine with the same process, and the least that so many durable transactions can cost.
 */
@Measured
@ExtendWith(LedgerIsIntact.class)
@Import({OpensInBatches.class, Ours.class})
class LifecycleBench {
    private static final int THREADS = 2;
    private static final int WARM_UPS = Integer.getInteger("giaoviec.bench.warmups", 6);
    private static final int ROUNDS = Integer.getInteger("giaoviec.bench.rounds", 9);
    private static final int BLOCKS = 2;
    private static final int COUNTED = 20;
    private static final int UNITS = COUNTED / Side.BLOCK;

    @Autowired
    Ours ours;

    @Test
    void theSpine() throws Exception {
        long before = ours.finished();
        try (Peer peer = Peer.start("peer_spine", THREADS);
                Floor floor = new Floor("floor_spine")) {
            Contest contest = new Contest(List.of(ours, peer, floor), THREADS, BLOCKS);
            contest.run(WARM_UPS, ROUNDS);
            long lifecycles = (long) (WARM_UPS + ROUNDS) * THREADS * BLOCKS * Side.BLOCK;
            assertThat(ours.finished() - before).isEqualTo(lifecycles);
            assertThat(peer.finished()).isEqualTo(lifecycles);
            assertThat(floor.finished()).isEqualTo(lifecycles);
            ToDoubleFunction<Contest.Round> rate = Contest.Round::perSecond;
            row(contest, "spine lifecycles, 2 threads", "/s", rate, peer)
                    .atLeast(1.5)
                    .note(
                            "stretch 2.5×; %s; %s; %s",
                            contest.range(ours, rate), contest.range(peer, rate), contest.range(floor, rate))
                    .report();
            row(contest, "spine lifecycles, 2 threads, to the floor", "/s", rate, floor)
                    .note("%d transactions with two writes each", Floor.transactions())
                    .report();
            row(contest, "processor time of a lifecycle, JVM and server", "ms", Contest.Round::millis, peer)
                    .atMost(0.6)
                    .note(
                            "stretch 0.4×; JVM alone: ours %.1f, peer %.1f, floor %.1f; all: floor %.1f",
                            contest.median(ours, LifecycleBench::jvm),
                            contest.median(peer, LifecycleBench::jvm),
                            contest.median(floor, LifecycleBench::jvm),
                            contest.median(floor, Contest.Round::millis))
                    .report();
            for (Map.Entry<String, String> one : List.of(
                    Map.entry("statements", "statements of a lifecycle"),
                    Map.entry("rows", "rows inserted by a lifecycle"),
                    Map.entry("commit", "commits of a lifecycle"))) {
                row(contest, one.getValue(), "", round -> round.each(one.getKey()), peer)
                        .note("floor %.1f", contest.median(floor, round -> round.each(one.getKey())))
                        .report();
            }
            row(contest, "redo of a lifecycle", "KiB", round -> round.each("redo") / 1024, peer)
                    .note("floor %.1f", contest.median(floor, round -> round.each("redo") / 1024))
                    .report();
            row(contest, "heap allocated by a lifecycle", "KiB", LifecycleBench::allocated, peer)
                    .note("floor %.1f", contest.median(floor, LifecycleBench::allocated))
                    .report();
        }
    }

    private Scoreboard.RowDraft row(
            Contest contest, String name, String unit, ToDoubleFunction<Contest.Round> of, Side other) {
        return Scoreboard.row(name, unit).ours(contest.median(ours, of)).to(other.name(), contest.median(other, of));
    }

    private static double jvm(Contest.Round round) {
        return round.cost().jvmMillis() / round.lifecycles();
    }

    private static double allocated(Contest.Round round) {
        return round.allocated() / 1024.0 / round.lifecycles();
    }

    /** Exact, so one thread and no rounds: opening, and two steps each with list, claim and completion. */
    @Test
    void twoSteps() throws Exception {
        try (Peer peer = Peer.start("peer_two", UNITS)) {
            ours.ready(1, 1);
            ours.block(0);
            twoOurs(List.of(ours.issued(Side.BLOCK, Ours.unit(UNITS))), UNITS);
            twoPeer(peer);
            List<Integer> years = new ArrayList<>();
            for (int unit = 0; unit < UNITS; unit++) {
                years.add(ours.issued(Side.BLOCK, Ours.unit(unit)));
            }
            Cost mine = Cost.of(ours.account(), () -> twoOurs(years, 0));
            Cost other = Cost.of(peer.account(), () -> twoPeer(peer));
            Scoreboard.row("statements of a two-step lifecycle", "")
                    .ours(mine.count("statements") / (double) COUNTED)
                    .to("peer", other.count("statements") / (double) COUNTED)
                    .oursAtMost(80)
                    .note(
                            "stretch 50; ours: opening, reception, one further step, drafts saved; %s; peer: %s",
                            mine.kinds(COUNTED), other.kinds(COUNTED))
                    .report();
            Scoreboard.row("rows inserted by a two-step lifecycle", "")
                    .ours(mine.count("rows") / (double) COUNTED)
                    .to("peer", other.count("rows") / (double) COUNTED)
                    .oursAtMost(30)
                    .note("stretch 20")
                    .report();
        }
        eachAct();
    }

    private void twoOurs(List<Integer> years, int firstUnit) {
        for (int i = 0; i < years.size(); i++) {
            String unit = Ours.unit(firstUnit + i);
            ours.open(years.get(i), 1);
            for (Step step : Step.two(unit)) {
                visits(() -> ours.visit(step, unit));
            }
        }
    }

    private static void twoPeer(Peer peer) {
        for (int i = 0; i < UNITS; i++) {
            String unit = Ours.unit(i);
            peer.as(Step.OFFICE, () -> visits(() -> peer.start("two-steps", unit)));
            for (Step step : Step.two(unit)) {
                visits(() -> peer.visit(step, unit));
            }
        }
    }

    private static void visits(Runnable one) {
        for (int i = 0; i < Side.BLOCK; i++) {
            one.run();
        }
    }

    /** Where the statements go: each act of a visit, as many times. */
    private void eachAct() throws Exception {
        String unit = Ours.unit(UNITS + 1);
        String head = Step.spine(unit).get(0).doer(unit);
        Step receive = Step.spine(unit).get(0);
        int year = ours.issued(COUNTED, unit);
        act("opening, one in a transaction", () -> ours.open(year, 1));
        int together = ours.issued(COUNTED, Ours.unit(UNITS + 2));
        act("opening, in one batch", () -> ours.open(together, COUNTED));
        List<String> ids = ours.province()
                .as(
                        head,
                        () ->
                                ours
                                        .tasks()
                                        .createTaskQuery()
                                        .taskDefinitionKey(receive.element())
                                        .listPage(0, COUNTED)
                                        .stream()
                                        .map(task -> task.getId())
                                        .toList());
        assertThat(ids).hasSize(COUNTED);
        act("who is it", () -> ids.forEach(id -> ours.province().as(head, () -> {})));
        each("list", head, ids, id -> ours.list(0));
        each("claim", head, ids, id -> ours.tasks().claim(id, head));
        each("draft", head, ids, id -> ours.prepare(receive, id));
        each("completion", head, ids, id -> ours.forms().submitTaskForm(id, Map.of()));
    }

    private void each(String name, String person, List<String> ids, java.util.function.Consumer<String> work)
            throws Exception {
        act(name, () -> ours.province().as(person, () -> ids.forEach(work)));
    }

    private void act(String name, Cost.Work work) throws Exception {
        if (StatementLog.isWanted()) {
            StatementLog.of(name, ours.account(), COUNTED, work);
            return;
        }
        Cost cost = Cost.of(ours.account(), work);
        Scoreboard.row("statements of one act: " + name, "")
                .ours(cost.count("statements") / (double) COUNTED)
                .note("%s; %.1f rows", cost.kinds(COUNTED), cost.count("rows") / (double) COUNTED)
                .report();
    }
}
