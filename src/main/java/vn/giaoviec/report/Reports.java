package vn.giaoviec.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.report.MakeReport.ReportMade;
import vn.giaoviec.shared.Refusal;

/** Asks for reports that were made, whether they still say what they said, and what has changed since. */
@Service
public class Reports {
    private final ReportTable table;
    private final TakeSnapshot takeSnapshot;
    private final AuditLog audit;
    private final Directory directory;
    private final BusinessClock clock;
    private final ObjectMapper json;

    Reports(
            ReportTable table,
            TakeSnapshot takeSnapshot,
            AuditLog audit,
            Directory directory,
            BusinessClock clock,
            ObjectMapper json) {
        this.table = table;
        this.takeSnapshot = takeSnapshot;
        this.audit = audit;
        this.directory = directory;
        this.clock = clock;
        this.json = json;
    }

    /**
     * All reports, the newest first.
     *
     * @throws Refusal.Forbidden unless the person oversees the plan: plan office, leaders, inspectors
     */
    public List<Report> all() {
        mayRead();
        return table.all();
    }

    /**
     * One report.
     *
     * @throws Refusal if the person may not read it, or there is none
     */
    public Report find(int year, int number) {
        mayRead();
        return table.find(year, number).orElseThrow(() -> new Refusal.NotFound("refusal.noReport"));
    }

    /** The report of the same plan before that one. */
    public Optional<Report> before(Report report) {
        return table.before(report);
    }

    /** What a report says that the one of the same plan before it does not; empty if it is the first. */
    public Optional<Changes> sinceBefore(Report report) {
        return before(report).map(earlier -> Changes.between(earlier.content(), report.content()));
    }

    /** What has changed since its cut-off till now. */
    public Changes sinceThen(Report report) {
        Snapshot then = report.content();
        return Changes.between(then, takeSnapshot.again(then, clock.today()));
    }

    /** Derives the figures again, and compares what is stored with what was recorded when the report was made. */
    public Verification verify(Report report) {
        String computed = CanonicalJson.sha256(report.snapshot());
        return new Verification(report.sha256(), computed, recorded(report), difference(report));
    }

    /** What history says today of the same day; null if the snapshot cannot even be read. */
    private @Nullable Changes difference(Report report) {
        Snapshot frozen;
        try {
            frozen = report.content();
        } catch (Refusal unreadable) {
            return null;
        }
        return Changes.between(
                frozen, takeSnapshot.again(frozen, frozen.period().to()));
    }

    private @Nullable String recorded(Report report) {
        return audit.of(ReportMade.class).stream()
                .map(this::facts)
                .filter(facts -> facts.path("number").asText().equals(report.written()))
                .map(facts -> facts.path("sha256").asText())
                .findFirst()
                .orElse(null);
    }

    private JsonNode facts(Entry entry) {
        try {
            return json.readTree(entry.facts());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void mayRead() {
        if (!directory.me().readsEverything()) {
            throw new Refusal.Forbidden("refusal.reportsAreForOverseers");
        }
    }

    /**
     * What came of deriving a report again.
     *
     * @param stored the hash that stands beside the snapshot
     * @param computed the hash of the snapshot as it is now
     * @param recorded the hash that the ledger has under the report's number, or null if it has none
     * @param difference what the history of the same day says differently; null if the snapshot cannot be read
     */
    public record Verification(
            String stored,
            String computed,
            @Nullable String recorded,
            @Nullable Changes difference) {
        /** Whether the snapshot is the one that was made. */
        public boolean genuine() {
            return computed.equals(stored) && computed.equals(recorded);
        }

        /** Whether history still says the same of that day. */
        public boolean derived() {
            return difference != null && difference.none();
        }
    }
}
