package vn.giaoviec.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.proof.Bytes;
import vn.giaoviec.shared.Columns;

/** It only inserts and selects; words go by {@link ErasureTable}. */
@Repository
class EntryTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    EntryTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(List<Row> rows) {
        batches.batchUpdate("""
                        insert into audit_entry (case_key, actor, action, refused, facts, business_time, real_time,
                                                 stream, seq, number, salt, acting_for)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """, rows.stream().map(Row::columns).toList());
    }

    List<Entry> of(String caseKey) {
        return jdbc.sql("select * from audit_entry where case_key = ? and action <> 'RowsLeft' order by id")
                .param(caseKey)
                .query(EntryTable::read)
                .list();
    }

    List<Entry> ofAction(String action) {
        return jdbc.sql("select * from audit_entry where action = ? order by id")
                .param(action)
                .query(EntryTable::read)
                .list();
    }

    Optional<Entry> find(long id) {
        return all(List.of(id)).stream().findFirst();
    }

    List<Entry> all(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from audit_entry where id in (:ids)")
                        .param("ids", ids)
                        .query(EntryTable::read)
                        .list();
    }

    List<Entry> after(long id) {
        return jdbc.sql("select * from audit_entry where id > ? and action <> 'RowsLeft' order by id")
                .param(id)
                .query(EntryTable::read)
                .list();
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("case_key"),
                row.getString("actor"),
                row.getString("acting_for"),
                row.getString("action"),
                row.getBoolean("refused"),
                row.getString("facts"),
                Columns.instant(row, "business_time"),
                Columns.instant(row, "real_time"));
    }

    /** A fact at its place in the chain. */
    record Row(
            Happening happening,
            @Nullable String actor,
            String stream,
            long seq,
            int number,
            Bytes salt,
            Instant businessTime,
            Instant realTime) {
        @Nullable Object[] columns() {
            return new @Nullable Object[] {
                happening.caseKey(),
                actor,
                happening.action(),
                happening.refused(),
                happening.facts(),
                Columns.utc(businessTime),
                Columns.utc(realTime),
                stream,
                seq,
                number,
                salt.array(),
                happening.actingFor()
            };
        }
    }
}
