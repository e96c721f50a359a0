package vn.giaoviec.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.proof.Bytes;

/** The links of all streams; only inserted and selected. */
@Repository
class LinkTable {
    private static final int AT_ONCE = 64;

    private final JdbcTemplate batches;

    LinkTable(JdbcTemplate batches) {
        this.batches = batches;
    }

    /**
     * Takes the next place of each stream; whoever wants the same waits until this transaction has ended. Where it is,
     * {@link RowTable} reads with what else stands then.
     */
    void take(Collection<String> streams) {
        List<String> all = List.copyOf(streams);
        for (int from = 0; from < all.size(); ) {
            // a power of two, so that few texts of statements come to be
            int many = Math.min(AT_ONCE, Integer.highestOneBit(all.size() - from));
            batches.update(
                    "insert into audit_stream (stream, seq) values "
                            + String.join(", ", Collections.nCopies(many, "(?, 1)"))
                            + " on duplicate key update seq = seq + 1",
                    all.subList(from, from + many).toArray());
            from += many;
        }
    }

    void insert(List<Hashed> links) {
        batches.batchUpdate(
                "insert into audit_link (stream, seq, content, hash) values (?, ?, ?, ?)",
                links.stream()
                        .map(link -> new Object[] {link.stream, link.seq, link.content.array(), link.hash.array()})
                        .toList());
    }

    /** Where a stream's next link goes. */
    record Place(String stream, long seq, Bytes previous, Instant databaseTime) {}

    /** A link as it is stored. */
    record Hashed(String stream, long seq, Bytes content, Bytes hash) {}
}
