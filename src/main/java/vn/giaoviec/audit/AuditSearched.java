package vn.giaoviec.audit;

import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;

/**
 * Somebody looked through the audit; recorded before they see anything.
 *
 * @param filter what they looked for
 */
record AuditSearched(EntryFilter filter) implements Recorded {
    @Override
    public @Nullable CaseKey caseKey() {
        return filter.theCase();
    }
}
