package vn.giaoviec.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Measured;

/** The application is started on a database with as many open cases as {@code -Dgiaoviec.bench.start-cases} says, and on one without. */
@Measured
@Import(ManyCases.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // a database of its own
class StartWithCasesBench {
    /** With -Pcampaign a hundred thousand. */
    private static final int CASES =
            Integer.getInteger("giaoviec.bench.start-cases", Boolean.getBoolean("giaoviec.campaign") ? 100_000 : 2_000);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Autowired
    ManyCases cases;

    @Autowired
    Environment environment;

    @Test
    void startUp() throws Exception {
        cases.open();
        cases.grow(CASES);
        Map<String, String> full = new HashMap<>();
        Map<String, String> empty = MariaDbServer.freshDatabase("start_empty");
        empty.keySet().forEach(name -> full.put(name, environment.getRequiredProperty(name)));
        StartBench.seconds(folder, StartBench.ours(empty), "/health"); // makes the schema
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round < StartBench.ROUNDS; round++) {
            for (int turn = 0; turn < 2; turn++) {
                boolean filled = (round + turn) % 2 == 0;
                (filled ? with : without)
                        .add(StartBench.seconds(folder, StartBench.ours(filled ? full : empty), "/health"));
            }
        }
        double ours = Scoreboard.median(with);
        double none = Scoreboard.median(without);
        Scoreboard.row("start with " + CASES + " cases", "s")
                .ours(ours)
                .to("ours without cases", none)
                .judged("± 10 %", Math.abs(ours / none - 1) <= 0.1)
                .note("with %s, without %s", seconds(with), seconds(without))
                .report();
    }

    private static List<String> seconds(List<Double> took) {
        return took.stream().map("%.1f"::formatted).toList();
    }
}
