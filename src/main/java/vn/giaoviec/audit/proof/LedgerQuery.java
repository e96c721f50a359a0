package vn.giaoviec.audit.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the ledger row by row, however long it is. It needs an account that may only select. */
final class LedgerQuery {
    private static final int ROWS_AT_ONCE = 1_000;

    /** H2's repeatable reads let new rows appear; its own level does not. */
    private static final int H2_SNAPSHOT = 6;

    private final Connection connection;

    LedgerQuery(Connection connection) {
        this.connection = connection;
    }

    /** What is done with a row. */
    interface Each {
        void take(ResultSet row) throws SQLException;
    }

    /** The names of all streams, in order. */
    List<String> streams() throws SQLException {
        List<String> streams = new ArrayList<>();
        all(
                "select stream from audit_stream union select distinct stream from audit_link order by stream",
                List.of(),
                row -> streams.add(row.getString("stream")));
        return streams;
    }

    /** Each link of some streams with its leaf, if it is sealed, and the first, second, … of its facts, if there are. */
    void linksWithFacts(List<String> streams, Each each) throws SQLException {
        all("""
                select link.stream, link.seq, link.content, link.hash,
                       leaf.hash as sealed,
                       entry.number, entry.case_key, entry.actor, entry.action, entry.refused, entry.facts, entry.salt,
                       entry.business_time, entry.real_time
                from audit_link link
                left join audit_leaf leaf on leaf.link = link.id
                left join audit_entry entry on entry.stream = link.stream and entry.seq = link.seq
                where link.stream in (%s)
                order by link.stream, link.seq, entry.number
                """.formatted(String.join(", ", Collections.nCopies(streams.size(), "?"))), streams, each);
    }

    /** All rows in which some cases lie. */
    Rows.Found rows(Iterable<String> cases) throws SQLException {
        List<String> all = new ArrayList<>();
        cases.forEach(all::add);
        Rows.Question question = Rows.of(all);
        Rows.Found found = new Rows.Found();
        all(question.sql(), question.parameters(), row -> found.take(row.getString("case_key"), row));
        return found;
    }

    /** Cases, and processes of a case, that no link tells of. */
    void casesWithoutLinks(Each each) throws SQLException {
        all("""
                select 'casework_case' as name, opened.case_key as id
                from casework_case opened
                where not exists (select 1 from audit_link link where link.stream = opened.case_key)
                union all
                select 'ACT_HI_PROCINST', started.ID_
                from ACT_HI_PROCINST started
                where started.ID_ = started.ROOT_PROC_INST_ID_ and started.BUSINESS_KEY_ is not null
                    and not exists (select 1 from audit_link link where link.stream = started.BUSINESS_KEY_)
                """, each);
    }

    /** Facts of no link. Those recorded before there was a chain belong to none. */
    void looseFacts(Each each) throws SQLException {
        all("""
                select entry.id, entry.stream, entry.seq, entry.number
                from audit_entry entry left join audit_link link
                    on link.stream = entry.stream and link.seq = entry.seq
                where link.id is null
                    and (entry.stream is not null or entry.salt is not null
                        or entry.id > (select min(chained.id) from audit_entry chained where chained.salt is not null))
                order by entry.id
                """, each);
    }

    /** The counter of each stream beside its last link. */
    void counters(Each each) throws SQLException {
        all("""
                select counter.stream, counter.seq, max(link.seq) as last_seq
                from audit_stream counter left join audit_link link on link.stream = counter.stream
                group by counter.stream, counter.seq
                having max(link.seq) is null or max(link.seq) <> counter.seq
                union all
                select link.stream, 0, max(link.seq)
                from audit_link link left join audit_stream counter on counter.stream = link.stream
                where counter.stream is null
                group by link.stream
                """, each);
    }

    void leaves(Each each) throws SQLException {
        all("""
                select leaf.leaf, leaf.stream, leaf.seq, leaf.hash, link.stream as link_stream, link.seq as link_seq
                from audit_leaf leaf left join audit_link link on link.id = leaf.link
                order by leaf.leaf
                """, each);
    }

    void checkpoints(Each each) throws SQLException {
        all("select size, note from audit_checkpoint order by size", each);
    }

    void evidence(Each each) throws SQLException {
        all("""
                select file.id, file.case_key, file.name, file.sha256, chunk.content
                from casework_evidence file
                join casework_evidence_chunk chunk on chunk.evidence = file.id
                order by file.id, chunk.number
                """, each);
    }

    private void all(String sql, Each each) throws SQLException {
        all(sql, List.of(), each);
    }

    private void all(String sql, List<String> parameters, Each each) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    /** One state of all tables, however long the reading takes and whatever is written meanwhile. */
    static void fix(Connection connection) throws SQLException {
        boolean mariaDb = connection.getMetaData().getDatabaseProductName().equals("MariaDB");
        connection.setTransactionIsolation(mariaDb ? Connection.TRANSACTION_REPEATABLE_READ : H2_SNAPSHOT);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        if (mariaDb) {
            try (Statement statement = connection.createStatement()) {
                // the engine keeps some of its times in the session's zone
                statement.execute("set time_zone = '+07:00'");
                statement.execute("start transaction with consistent snapshot, read only");
            }
        }
    }

    static @Nullable Bytes bytes(ResultSet row, String column) throws SQLException {
        byte[] value = row.getBytes(column);
        return value == null ? null : Bytes.of(value);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
