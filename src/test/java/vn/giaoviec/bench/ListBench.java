package vn.giaoviec.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import vn.giaoviec.testing.Measured;
import vn.giaoviec.testing.Province;

/**
 * The first page of what waits for a person and how much there is, ours and the plain engine's with its grants, while as many
 * steps are open as {@code -Dgiaoviec.bench.open=1000,10000} says. Here and there they are spread over as many units; one
 * person is head and staff of a unit, another belongs to twenty groups.
 */
@Measured
@Import(ManyCases.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // a database of its own
class ListBench {
    private static final List<Integer> SIZES = Stream.of(System.getProperty(
                            "giaoviec.bench.open", Boolean.getBoolean("giaoviec.campaign") ? "1000,10000" : "1000")
                    .split(","))
            .map(Integer::valueOf)
            .toList();

    /** Fewer are no goal, only a shape. */
    private static final int JUDGED_FROM = 10_000;

    private static final int MANY_GROUPS = 20;
    private static final int PAGE = 15;
    private static final int BATCH = 50;
    private static final int ROUNDS = 5;
    private static final int OURS_A_ROUND = 10;

    @Autowired
    Province province;

    @Autowired
    ManyCases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void besideThePeer() throws Exception {
        cases.open();
        jdbc.update("insert ignore into directory_membership (person, group_id) values ('head.stttt', 'STTTT.staff')");
        cases.joins(Step.OFFICE, MANY_GROUPS);
        int units = cases.units();
        try (Peer peer = Peer.start("peer_list", units)) {
            peer.joins("head.u01", "U01.staff");
            IntStream.range(0, MANY_GROUPS).forEach(unit -> peer.joins(Step.OFFICE, Ours.unit(unit) + ".head"));
            int open = 0;
            for (int size : SIZES) {
                cases.grow(size);
                long began = System.nanoTime();
                spread(peer, size / units * units - open, units);
                open = size / units * units;
                Scoreboard.say("BENCH %d open at the peer after %.0f s", open, (System.nanoTime() - began) / 1e9);
                compare(peer, size, 2, "head.stttt", "head.u01");
                compare(peer, size, MANY_GROUPS, Step.OFFICE, Step.OFFICE);
            }
        }
    }

    private static void spread(Peer peer, int many, int units) {
        IntStream.range(0, units).forEach(unit -> peer.open(many / units, BATCH, Ours.unit(unit)));
    }

    private void compare(Peer peer, int size, int groups, String person, String peersPerson) {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            if (round == 1) {
                mine.clear(); // the first was to warm up
                theirs.clear();
            }
            province.as(person, () -> {
                for (int look = 0; look < OURS_A_ROUND; look++) {
                    timed(mine, () -> {
                        assertThat(asked().count()).isPositive();
                        assertThat(asked().orderByTaskCreateTime().desc().listPage(0, PAGE))
                                .hasSize(PAGE);
                    });
                }
            });
            peer.as(
                    peersPerson,
                    () -> timed(theirs, () -> {
                        assertThat(peer.count()).isPositive();
                        assertThat(peer.list()).hasSize(PAGE);
                    }));
        }
        Scoreboard.RowDraft row = Scoreboard.row("first page and count, " + groups + " groups, " + size + " open", "ms")
                .ours(Scoreboard.median(mine))
                .timesLessThan("peer", Scoreboard.median(theirs))
                .note("peer %s", theirs.stream().map("%.0f"::formatted).toList());
        (size < JUDGED_FROM ? row : row.atLeast(500)).report();
    }

    private TaskQuery asked() {
        return tasks.createTaskQuery()
                .taskCandidateGroupIn(identity.getCurrentAuthentication().getGroupIds())
                .includeAssignedTasks();
    }

    private static void timed(List<Double> took, Runnable work) {
        long began = System.nanoTime();
        work.run();
        took.add((System.nanoTime() - began) / 1e6);
    }
}
