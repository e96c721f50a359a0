package vn.giaoviec.audit;

import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;

/**
 * Somebody took entries of the audit away; recorded before the first of them goes.
 *
 * @param filter which entries
 * @param format as what: csv, xlsx or jsonl
 * @param rows how many there were when the export began
 */
record AuditExported(EntryFilter filter, String format, long rows) implements Recorded {
    @Override
    public @Nullable CaseKey caseKey() {
        return filter.theCase();
    }
}
