package vn.giaoviec.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.audit.EntryFilter;
import vn.giaoviec.audit.ExportAudit;
import vn.giaoviec.audit.ManyLinks;
import vn.giaoviec.bench.Scoreboard;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Measured;
import vn.giaoviec.testing.Province;

/**
 * A long audit is taken away to a file as the inspector's page does it, beside what the database's own client makes of the
 * same rows and columns with {@code --quick}; and what of the heap lives meanwhile.
 */
@Measured
@Import(ManyLinks.class)
class ExportBench {
    /** With -Pcampaign a million. */
    private static final int ENTRIES =
            Integer.getInteger("giaoviec.bench.entries", Boolean.getBoolean("giaoviec.campaign") ? 1_000_000 : 200_000);

    private static final int ROUNDS = Integer.getInteger("giaoviec.bench.rounds", 5);
    private static final long MOST_HEAP_MIB = 64;
    private static final EntryFilter LOOKS = new EntryFilter(null, null, null, "Looked", null, null, false);
    private static final String SAME = "select id, case_key, actor, acting_for, action, refused, facts, business_time,"
            + " real_time from audit_entry where action = 'Looked' order by id desc";

    @Autowired
    ManyLinks ledger;

    @Autowired
    ExportAudit exports;

    @Autowired
    Province province;

    @Autowired
    Directory directory;

    @Autowired
    MessageSource messages;

    @Autowired
    ObjectMapper json;

    @Value("${spring.datasource.username}")
    String database;

    @TempDir
    Path folder;

    @Test
    void rowsBySecond() throws Exception {
        ledger.write(ENTRIES);
        Optional<Path> client = client();
        Map<ExportAudit.Format, List<Double>> ours = new EnumMap<>(ExportAudit.Format.class);
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            if (round == 1) {
                ours.clear(); // the first was to warm up
                theirs.clear();
            }
            for (ExportAudit.Format format : ExportAudit.Format.values()) {
                Path file = folder.resolve(format.name());
                ours.computeIfAbsent(format, any -> new ArrayList<>())
                        .add(rate(() -> taken(format, file, entry -> {})));
            }
            if (client.isPresent()) {
                Path file = folder.resolve("client");
                theirs.add(rate(() -> dumped(client.get(), file)));
            }
        }
        // below the headings of the client's and of the table
        assertThat(lines("JSONL")).isGreaterThanOrEqualTo(ENTRIES).isEqualTo(lines("CSV") - 1);
        if (client.isPresent()) {
            assertThat(lines("client") - 1).isEqualTo(lines("JSONL"));
        }
        for (ExportAudit.Format format : ExportAudit.Format.values()) {
            Scoreboard.RowDraft row = Scoreboard.row(
                            "audit of " + ENTRIES + " entries taken away as " + format, "rows/s")
                    .ours(Scoreboard.median(ours.get(format)));
            if (client.isPresent()) {
                row.to("mariadb --quick", Scoreboard.median(theirs));
                if (format != ExportAudit.Format.XLSX) {
                    row.atLeast(1);
                }
            } else {
                row.note("not compared: no program mariadb here");
            }
            row.report();
        }
        for (ExportAudit.Format format : ExportAudit.Format.values()) {
            Scoreboard.row("heap that lives beside that, as " + format, "MiB")
                    .ours(heap(format))
                    .oursAtMost(MOST_HEAP_MIB)
                    .report();
        }
    }

    private void taken(ExportAudit.Format format, Path file, Consumer<Entry> seen) {
        province.as("inspector1", () -> {
            EntryWords words = new EntryWords(
                    messages,
                    Locale.forLanguageTag("vi"),
                    json,
                    directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)));
            ExportAudit.Words columns = words.columns();
            try {
                exports.write(
                        LOOKS,
                        format,
                        new ExportAudit.Words(columns.headings(), entry -> {
                            seen.accept(entry);
                            return columns.cells().apply(entry);
                        }),
                        entry -> {
                            seen.accept(entry);
                            return words.jsonLine(entry);
                        },
                        "inspector1",
                        () -> new BufferedOutputStream(Files.newOutputStream(file)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** As we do, it asks for no encryption on the way. */
    private void dumped(Path client, Path file) throws Exception {
        List<String> command = new ArrayList<>(List.of(client.toString()));
        command.addAll(List.of(MariaDbServer.usual().clientOptions()));
        command.addAll(List.of(
                "--quick",
                "--skip-ssl",
                "--batch",
                "--default-character-set=utf8mb4",
                "--database=" + database,
                "-e",
                SAME));
        Process dump = new ProcessBuilder(command)
                .redirectOutput(file.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(dump.waitFor()).isZero();
    }

    /** The one of the server that the build fetches, else one that is installed. */
    private static Optional<Path> client() {
        return Stream.concat(
                        Stream.of(MariaDbServer.programs()),
                        Stream.of(System.getenv("PATH").split(":")).map(Path::of))
                .map(programs -> programs.resolve("mariadb"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static double rate(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return ENTRIES * 1e9 / (System.nanoTime() - began);
    }

    private long lines(String file) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(file))) {
            return lines.count();
        }
    }

    /** The most that was left after a collection, looked at twenty times under way, less what was there before. */
    private double heap(ExportAudit.Format format) {
        long[] most = {0, 0};
        long before = live();
        taken(format, folder.resolve(format.name()), entry -> {
            if (++most[1] % (ENTRIES / 20) == 0) {
                most[0] = Math.max(most[0], live());
            }
        });
        return Math.max(0, most[0] - before) / (double) (1 << 20);
    }

    @SuppressWarnings("SystemGC")
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Work that may fail. */
    private interface Work {
        void run() throws Exception;
    }
}
