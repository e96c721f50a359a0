package vn.giaoviec.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.audit.proof.Finding;

/**
 * One verification of the ledger.
 *
 * @param askedBy who asked for it, or null for the one of every night
 * @param startedAt real time
 * @param finishedAt real time; null while it runs, and if its node ended before it was done
 * @param links how many links were read
 * @param sealed how many of them a checkpoint covers
 * @param findings how many places are wrong
 * @param first the first of them
 */
public record LedgerCheck(
        @Nullable String askedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long links,
        long sealed,
        int findings,
        List<Finding> first) {}
