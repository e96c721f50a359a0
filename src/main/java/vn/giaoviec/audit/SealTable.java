package vn.giaoviec.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.proof.Bytes;
import vn.giaoviec.audit.proof.MerkleTree;

/** The sealed order of links, and the checkpoints over it; only inserted and selected. */
@Repository
class SealTable {
    /**
     * Commits overtake each other, so links below the youngest sealed one may still turn up; a link's number is taken just
     * before its commit, so they are near.
     */
    private static final int OVERTAKEN = 10_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SealTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Leaf> unsealed(int limit) {
        return jdbc.sql("""
                        select link.id, link.stream, link.seq, link.hash
                        from audit_link link left join audit_leaf leaf on leaf.link = link.id
                        where leaf.link is null
                            and link.id > (select coalesce(max(sealed.link), 0) - ? from audit_leaf sealed)
                        order by link.id
                        limit ?
                        """)
                .params(OVERTAKEN, limit)
                .query((row, number) -> new Leaf(
                        row.getLong("id"), row.getString("stream"), row.getLong("seq"), Bytes.of(row.getBytes("hash"))))
                .list();
    }

    Optional<Sealed> last() {
        return jdbc.sql("select size, peaks, note from audit_checkpoint order by size desc limit 1")
                .query((row, number) -> new Sealed(
                        new MerkleTree(row.getLong("size"), Bytes.of(row.getBytes("peaks"))), row.getString("note")))
                .optional();
    }

    void insert(long first, List<Leaf> leaves) {
        List<Object[]> rows = new ArrayList<>();
        for (Leaf leaf : leaves) {
            rows.add(new Object[] {first + rows.size(), leaf.link, leaf.stream, leaf.seq, leaf.hash.array()});
        }
        batches.batchUpdate("insert into audit_leaf (leaf, link, stream, seq, hash) values (?, ?, ?, ?, ?)", rows);
    }

    void insert(MerkleTree tree, String note) {
        jdbc.sql("insert into audit_checkpoint (size, peaks, note) values (?, ?, ?)")
                .params(tree.size(), tree.peaks().array(), note)
                .update();
    }

    /** Checkpoints over more than so many links, oldest first. */
    List<Noted> checkpointsAfter(long size) {
        return jdbc.sql("select size, note from audit_checkpoint where size > ? order by size")
                .param(size)
                .query((row, number) -> new Noted(row.getLong("size"), row.getString("note")))
                .list();
    }

    List<Leaf> leaves(long from, long to) {
        return jdbc.sql("select link, stream, seq, hash from audit_leaf where leaf >= ? and leaf < ? order by leaf")
                .params(from, to)
                .query((row, number) -> new Leaf(
                        row.getLong("link"),
                        row.getString("stream"),
                        row.getLong("seq"),
                        Bytes.of(row.getBytes("hash"))))
                .list();
    }

    record Leaf(long link, String stream, long seq, Bytes hash) {}

    record Sealed(MerkleTree tree, String note) {}

    record Noted(long size, String note) {}
}
