package vn.giaoviec.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact, as it was recorded.
 *
 * @param id grows with each entry
 * @param caseKey the case it belongs to, or null
 * @param actor who acted, or null if the system did
 * @param action what happened: the fact's name, or the rule that refused
 * @param refused whether it was an attempt that a rule refused
 * @param facts its content as JSON
 * @param businessTime when, on the business clock
 * @param realTime when, on the real clock
 */
public record Entry(
        long id,
        @Nullable String caseKey,
        @Nullable String actor,
        String action,
        boolean refused,
        String facts,
        Instant businessTime,
        Instant realTime) {}
