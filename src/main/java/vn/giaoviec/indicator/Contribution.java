package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.shared.CaseKey;

/**
 * One entry of the ledger: accepted work that supports an indicator, or the reversal of such an entry. Entries are never
 * changed or removed, and never touch the indicator's measured value.
 *
 * @param caseKey the case whose product was accepted
 * @param indicator the indicator's code
 * @param acceptanceNumber which acceptance of the case it belongs to
 * @param kind posting or reversal
 * @param weight the case's share in the support of the indicator
 * @param postedAt business time
 * @param postedBy the person whose decision caused it, or null if the system did
 */
public record Contribution(
        CaseKey caseKey,
        String indicator,
        int acceptanceNumber,
        Kind kind,
        BigDecimal weight,
        Instant postedAt,
        @Nullable String postedBy) {
    /** What an entry does. */
    public enum Kind {
        POSTING,
        REVERSAL
    }
}
