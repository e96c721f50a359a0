package vn.giaoviec.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.proof.FactLine;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.shared.Columns;

/** Requests to erase words; and the one statement that changes the ledger: it takes words away, and nothing else. */
@Repository
class ErasureTable {
    private static final int LATEST = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ErasureTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Erasure asked) {
        jdbc.sql("""
                        insert into audit_erasure (case_key, entry, fields, document, reason, asked_by, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        asked.caseKey(),
                        asked.entry(),
                        String.join("\n", asked.fields()),
                        asked.document(),
                        asked.reason(),
                        asked.askedBy(),
                        Columns.utc(asked.askedAt()))
                .update();
    }

    /** Those that wait first, then the youngest. */
    List<Erasure> latest() {
        return jdbc.sql("""
                        select * from audit_erasure
                        order by case when agreed is null then 0 else 1 end, id desc
                        limit ?
                        """).param(LATEST).query(ErasureTable::read).list();
    }

    boolean waits(long entry) {
        return jdbc.sql("select count(*) from audit_erasure where entry = ? and agreed is null")
                        .param(entry)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Nobody else decides it until the transaction has ended. */
    Optional<Erasure> take(long id) {
        return jdbc.sql("select * from audit_erasure where id = ? for update")
                .param(id)
                .query(ErasureTable::read)
                .optional();
    }

    void decided(long id, boolean agreed, String by, Instant at) {
        jdbc.sql("update audit_erasure set agreed = ?, decided_by = ?, decided_at = ? where id = ?")
                .params(agreed, by, Columns.utc(at), id)
                .update();
    }

    /** Whoever else changes the case waits at its end until the transaction has ended. */
    void hold(String stream) {
        jdbc.sql("select seq from audit_stream where stream = ? for update")
                .param(stream)
                .query(Long.class)
                .list();
    }

    boolean isIntact(String stream) {
        return Boolean.TRUE.equals(
                batches.execute((ConnectionCallback<Boolean>) connection -> Verification.isIntact(connection, stream)));
    }

    /** All chained facts of a stream that still have words, digests of rows among them. */
    List<Fact> facts(String stream) {
        return jdbc.sql("""
                        select id, seq, number, action, facts from audit_entry
                        where stream = ? and salt is not null
                        order by seq, number
                        """)
                .param(stream)
                .query((row, number) -> new Fact(
                        row.getLong("id"),
                        row.getLong("seq") + "." + row.getInt("number"),
                        row.getString("action"),
                        row.getString("facts")))
                .list();
    }

    void erase(Collection<Fact> facts) {
        batches.batchUpdate(
                "update audit_entry set facts = ?, salt = null where id = ?",
                facts.stream()
                        .map(fact -> new Object[] {FactLine.ERASED, fact.id})
                        .toList());
    }

    private static Erasure read(ResultSet row, int number) throws SQLException {
        return new Erasure(
                row.getLong("id"),
                row.getString("case_key"),
                row.getLong("entry"),
                List.of(row.getString("fields").split("\n", -1)),
                row.getString("document"),
                row.getString("reason"),
                row.getString("asked_by"),
                Columns.instant(row, "asked_at"),
                row.getString("decided_by"),
                row.getObject("decided_at") == null ? null : Columns.instant(row, "decided_at"),
                row.getObject("agreed") == null ? null : row.getBoolean("agreed"));
    }

    /**
     * A fact where it stands.
     *
     * @param id of the entry
     * @param name its link's number and its own, e.g. {@code 12.3}
     */
    record Fact(long id, String name, String action, String facts) {}
}
