package vn.giaoviec.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/**
 * Whole lifecycles, side by side in one run: in each round every side works alone, in an order that changes from round to
 * round, so that whatever else the machine does meets all of them. What is compared are medians.
 */
final class Contest {
    private final List<Side> sides;
    private final int threads;
    private final int blocks;
    private final Map<Side, List<Round>> rounds = new LinkedHashMap<>();

    Contest(List<Side> sides, int threads, int blocks) {
        this.sides = sides;
        this.threads = threads;
        this.blocks = blocks;
        sides.forEach(side -> rounds.put(side, new ArrayList<>()));
    }

    void run(int warmUps, int measured) throws Exception {
        for (int round = 0; round < warmUps + measured; round++) {
            for (int i = 0; i < sides.size(); i++) {
                Side side = sides.get((round + i) % sides.size());
                if (round < warmUps) {
                    round(side);
                } else if (Profile.isWanted()) {
                    Profile.of(side.name(), () -> rounds.get(side).add(round(side)));
                } else {
                    rounds.get(side).add(round(side));
                }
            }
        }
    }

    double median(Side side, ToDoubleFunction<Round> of) {
        return Scoreboard.median(
                rounds.get(side).stream().mapToDouble(of).boxed().toList());
    }

    String range(Side side, ToDoubleFunction<Round> of) {
        var all = rounds.get(side).stream().mapToDouble(of).summaryStatistics();
        return "%s %.2f–%.2f".formatted(side.name(), all.getMin(), all.getMax());
    }

    private Round round(Side side) throws Exception {
        side.ready(threads, blocks);
        AtomicLong allocated = new AtomicLong();
        ExecutorService people = Executors.newFixedThreadPool(threads);
        try {
            Cost cost = Cost.of(side.account(), () -> {
                List<Future<?>> working = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    int mine = thread;
                    working.add(people.submit(() -> {
                        long before = allocated();
                        for (int block = 0; block < blocks; block++) {
                            side.block(mine);
                        }
                        allocated.addAndGet(allocated() - before);
                    }));
                }
                for (Future<?> one : working) {
                    one.get();
                }
            });
            return new Round(threads * blocks * Side.BLOCK, cost, allocated.get());
        } finally {
            people.shutdown();
        }
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /**
     * @param lifecycles how many
     * @param allocated bytes on the heap
     */
    record Round(int lifecycles, Cost cost, long allocated) {
        double perSecond() {
            return lifecycles / cost.seconds();
        }

        double millis() {
            return cost.millis() / lifecycles;
        }

        double each(String what) {
            return cost.count(what) / (double) lifecycles;
        }
    }
}
