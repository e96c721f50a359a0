package vn.giaoviec.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.proof.Bytes;
import vn.giaoviec.audit.proof.Link;
import vn.giaoviec.calendar.BusinessClock;

/** The links of all streams; only inserted and selected. */
@Repository
class LinkTable {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    LinkTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Takes the next place of each stream; whoever wants the same waits until this transaction has ended. A chain that
     * somebody has cut is not mended: what comes next stands on nothing, and verification says so.
     */
    List<Place> next(Collection<String> streams) {
        batches.batchUpdate(
                "insert into audit_stream (stream, seq) values (?, 1) on duplicate key update seq = seq + 1",
                streams.stream().map(stream -> new Object[] {stream}).toList());
        List<String> all = List.copyOf(streams);
        List<Place> places = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            places.addAll(jdbc.sql("""
                            select taken.stream, taken.seq, previous.hash, now(6) as database_time
                            from audit_stream taken
                            left join audit_link previous
                                on previous.stream = taken.stream and previous.seq = taken.seq - 1
                            where taken.stream in (:streams)
                            order by taken.stream
                            """)
                    .param("streams", all.subList(from, Math.min(from + AT_ONCE, all.size())))
                    .query((row, number) -> new Place(
                            row.getString("stream"),
                            row.getLong("seq"),
                            previous(row.getBytes("hash")),
                            row.getObject("database_time", LocalDateTime.class)
                                    .atZone(BusinessClock.ZONE)
                                    .toInstant()))
                    .list());
        }
        return places;
    }

    private static Bytes previous(byte @Nullable [] hash) {
        return hash == null ? Link.beginning() : Bytes.of(hash);
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
