package vn.giaoviec.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.proof.Bytes;
import vn.giaoviec.audit.proof.FactLine;

/** Reads one stream of the ledger as it is stored. */
@Repository
class CaseLedgerQuery {
    private static final long UNSEALED = -1;

    private final JdbcClient jdbc;

    CaseLedgerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stored> links(String stream) {
        return jdbc.sql("""
                        select link.seq, link.content, coalesce(leaf.leaf, ?) as leaf
                        from audit_link link left join audit_leaf leaf on leaf.link = link.id
                        where link.stream = ?
                        order by link.seq
                        """)
                .params(UNSEALED, stream)
                .query((row, number) ->
                        new Stored(row.getLong("seq"), Bytes.of(row.getBytes("content")), row.getLong("leaf")))
                .list();
    }

    List<FactLine> facts(String stream) {
        return jdbc.sql("select seq, number, salt, facts from audit_entry where stream = ? order by seq, number")
                .param(stream)
                .query((row, number) -> new FactLine(
                        row.getLong("seq"), row.getInt("number"), salt(row.getBytes("salt")), row.getString("facts")))
                .list();
    }

    private static Bytes salt(byte @Nullable [] salt) {
        return salt == null ? FactLine.NO_SALT : Bytes.of(salt);
    }

    /** The hashes of sealed links, in their order. */
    List<Bytes> leaves(long from, long to) {
        return jdbc.sql("select hash from audit_leaf where leaf >= ? and leaf < ? order by leaf")
                .params(from, to)
                .query((row, number) -> Bytes.of(row.getBytes("hash")))
                .list();
    }

    /** A link, and which leaf it is. */
    record Stored(long seq, Bytes content, long leaf) {
        boolean isSealed() {
            return leaf != UNSEALED;
        }
    }
}
