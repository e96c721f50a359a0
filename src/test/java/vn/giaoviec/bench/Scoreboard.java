package vn.giaoviec.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What all benchmarks of one run have to say, side by side: printed when the last one is over, and written to
 * {@code target/bench/scoreboard.json}. A goal missed is a row that says so; it never fails a bench.
 */
public final class Scoreboard {
    private static final Path FILE = Path.of("target/bench/scoreboard.json");
    private static final List<Row> ROWS = new CopyOnWriteArrayList<>();
    private static final String HEADER = "BENCH %-64s %12s %12s %9s  %-26s %-10s %s";

    private Scoreboard() {}

    /** Begins a row: what was measured, and in what unit. */
    public static RowDraft row(String name, String unit) {
        return new RowDraft(name, unit);
    }

    /** The middle one; of an even number, the mean of the middle two. */
    public static double median(Collection<? extends Number> values) {
        return percentile(values, 50);
    }

    /** Where so many percent of the values lie below, between neighbours in proportion. */
    public static double percentile(Collection<? extends Number> values, int percent) {
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        double at = (sorted.length - 1) * percent / 100.0;
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }

    /** Prints and writes every row so far. */
    static void show() {
        if (ROWS.isEmpty()) {
            return;
        }
        Map<String, Object> machine = Machine.facts();
        say("BENCH");
        machine.forEach((what, value) -> say("BENCH %s: %s", what, value));
        say(HEADER, "measured", "ours", "other", "ratio", "goal", "holds", "");
        for (Row row : ROWS) {
            say(
                    HEADER,
                    row.name + ", " + row.unit,
                    number(row.ours),
                    number(row.other),
                    row.ratio == null ? "" : number(row.ratio) + "×",
                    row.goal,
                    row.holds.words,
                    (row.who.isEmpty() ? "" : "other: " + row.who + "; ") + row.note);
        }
        write(machine);
    }

    private static void write(Map<String, Object> machine) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("machine", machine);
        all.put("rows", ROWS);
        try {
            Files.createDirectories(FILE.getParent());
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(FILE.toFile(), all);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Three digits that mean something. */
    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        double size = Math.abs(value);
        int digits = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    @SuppressWarnings("SystemOut") // a benchmark's result is what it says
    static void say(String words, Object... values) {
        byte[] line = (String.format(Locale.ROOT, words, values) + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.writeBytes(line);
    }

    /** Whether a goal is reached. */
    public enum Verdict {
        YES("yes"),
        NO("NO"),
        NOT_JUDGED("not judged");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }
    }

    /**
     * One line.
     *
     * @param goal in words, empty where there is none
     * @param ours what was measured of ours, in the unit
     * @param other what was measured of whoever ours is compared with
     * @param who that is: the peer, the floor, one node
     */
    public record Row(
            String name,
            String unit,
            String goal,
            @Nullable Double ours,
            @Nullable Double other,
            String who,
            @Nullable Double ratio,
            Verdict holds,
            String note) {}

    /** A row being written; {@link #report} adds it. */
    public static final class RowDraft {
        private final String name;
        private final String unit;
        private final StringBuilder goal = new StringBuilder();
        private @Nullable Double ours;
        private @Nullable Double other;
        private String who = "";
        private @Nullable Double ratio;
        private Verdict holds = Verdict.NOT_JUDGED;
        private String note = "";

        private RowDraft(String name, String unit) {
            this.name = name;
            this.unit = unit;
        }

        public RowDraft ours(double value) {
            ours = value;
            return this;
        }

        /** Ours to the other's: more is better for rates, less for costs. */
        public RowDraft to(String whose, double value) {
            who = whose;
            other = value;
            ratio = ours == null || value == 0 ? null : ours / value;
            return this;
        }

        /** How many times less ours takes than the other. */
        public RowDraft timesLessThan(String whose, double value) {
            who = whose;
            other = value;
            ratio = ours == null || ours == 0 ? null : value / ours;
            return this;
        }

        /** Judges the ratio, or our own value where nothing was compared. */
        public RowDraft atLeast(double limit) {
            Double value = ratio == null ? ours : ratio;
            return judged("≥ " + number(limit) + (ratio == null ? "" : "×"), value != null && value >= limit);
        }

        /** Judges the ratio, or our own value where nothing was compared. */
        public RowDraft atMost(double limit) {
            Double value = ratio == null ? ours : ratio;
            return judged("≤ " + number(limit) + (ratio == null ? "" : "×"), value != null && value <= limit);
        }

        /** Judges our own value, whatever it is compared with. */
        public RowDraft oursAtMost(double limit) {
            return judged("≤ " + number(limit) + " " + unit, ours != null && ours <= limit);
        }

        /** Any other goal, in words; of several goals all have to be reached. */
        public RowDraft judged(String words, boolean reached) {
            goal.append(goal.length() == 0 ? "" : " and ").append(words);
            holds = reached && holds != Verdict.NO ? Verdict.YES : Verdict.NO;
            return this;
        }

        public RowDraft note(String words, Object... values) {
            note = String.format(Locale.ROOT, words, values);
            return this;
        }

        /** Adds the row to the board, and says it at once for whoever watches the run. */
        public void report() {
            Row row = new Row(name, unit, goal.toString(), ours, other, who, ratio, holds, note);
            ROWS.add(row);
            say(
                    "BENCH %s: %s %s%s%s %s",
                    name,
                    number(ours),
                    unit,
                    other == null ? "" : ", " + who + " " + number(other),
                    ratio == null ? "" : ", ratio " + number(ratio),
                    note);
        }
    }
}
