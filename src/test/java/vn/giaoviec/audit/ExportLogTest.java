package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;

/** A long audit is taken away row by row: as a table, as a workbook, as lines of JSON. */
@OnMariaDb
@Tag("database")
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "giaoviec.notice.start-after=1d",
            "giaoviec.audit.seal-after=1d"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Province.class, ManyLinks.class})
@DirtiesContext
class ExportLogTest {
    private static final int ENTRIES = Boolean.getBoolean("giaoviec.campaign") ? 1_000_000 : 20_000;
    private static final long MOST_HEAP = 64L << 20;
    private static final EntryFilter LOOKS = new EntryFilter(null, null, null, "Looked", null, null, false);

    @Autowired
    ManyLinks ledger;

    @Autowired
    ExportAudit exports;

    @Autowired
    Province province;

    @Test
    void memoryDoesNotGrowWithTheLog() {
        ledger.write(ENTRIES);
        for (ExportAudit.Format format : ExportAudit.Format.values()) {
            Heap heap = new Heap();
            AtomicLong bytes = new AtomicLong();
            OutputStream out = new OutputStream() {
                @Override
                public void write(int one) {
                    bytes.incrementAndGet();
                }

                @Override
                public void write(byte[] content, int from, int length) {
                    bytes.addAndGet(length);
                }
            };
            province.as("inspector1", () -> write(format, heap, out));
            heap.look();
            assertThat(heap.entries.get()).as("entries as %s", format).isGreaterThanOrEqualTo(ENTRIES);
            assertThat(bytes.get()).as("%s was written", format).isGreaterThan(ENTRIES / 10);
            assertThat(heap.most.get() - heap.before)
                    .as("heap that lived beside the export as %s", format)
                    .isLessThan(MOST_HEAP);
        }
    }

    @Test
    void everyEntryIsThereOnceAndNothingIsAFormula() {
        ledger.write(2_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        province.as("inspector1", () -> write(ExportAudit.Format.JSONL, new Heap(), out));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSizeGreaterThanOrEqualTo(2_000)
                .doesNotHaveDuplicates();
    }

    private void write(ExportAudit.Format format, Heap heap, OutputStream out) {
        ExportAudit.Words words = new ExportAudit.Words(List.of("id", "facts"), entry -> {
            heap.seen();
            return List.of(String.valueOf(entry.id()), entry.facts());
        });
        try {
            exports.write(
                    LOOKS,
                    format,
                    words,
                    entry -> {
                        heap.seen();
                        return entry.id() + " " + entry.facts();
                    },
                    "inspector1",
                    () -> out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Looks now and then what is left of the heap after a collection. */
    private static final class Heap {
        private static final int EVERY = Math.max(5_000, ENTRIES / 20);

        private final long before = live();
        private final AtomicLong most = new AtomicLong();
        private final AtomicLong entries = new AtomicLong();

        void seen() {
            if (entries.incrementAndGet() % EVERY == 0) {
                look();
            }
        }

        void look() {
            most.accumulateAndGet(live(), Math::max);
        }

        @SuppressWarnings("SystemGC")
        private static long live() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }
}
