package vn.giaoviec.audit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.audit.proof.Finding;
import vn.giaoviec.shared.Recorded;

/**
 * The ledger was verified.
 *
 * @param night the day of the check of every night; null if somebody asked for it
 * @param links how many links were read
 * @param sealed how many of them a checkpoint covers
 * @param findings how many places are wrong
 * @param first the first of them
 * @param head the youngest checkpoint, as it was signed; null if nothing is sealed yet
 */
public record LedgerChecked(
        @Nullable LocalDate night,
        long links,
        long sealed,
        int findings,
        List<Finding> first,
        @Nullable String head) implements Recorded {}
