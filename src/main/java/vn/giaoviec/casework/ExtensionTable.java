package vn.giaoviec.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

@Repository
class ExtensionTable {
    private final JdbcClient jdbc;

    ExtensionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CaseKey key, Extension asked) {
        jdbc.sql("""
                        insert into casework_extension
                            (case_key, number, due_on, asked_on, reason, requested_by, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        key.toString(),
                        asked.number(),
                        asked.dueOn(),
                        asked.askedOn(),
                        asked.reason(),
                        asked.by(),
                        Columns.utc(asked.at()))
                .update();
    }

    List<Extension> of(CaseKey key) {
        return jdbc.sql("select * from casework_extension where case_key = ? order by number")
                .param(key.toString())
                .query(ExtensionTable::read)
                .list();
    }

    /** The request that waits for a decision. */
    Optional<Extension> pending(CaseKey key) {
        return jdbc.sql("select * from casework_extension where case_key = ? and decision is null")
                .param(key.toString())
                .query(ExtensionTable::read)
                .optional();
    }

    /** The requests that wait for a decision in some cases, by case. */
    Map<CaseKey, Extension> pending(Collection<String> cases) {
        return cases.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from casework_extension where case_key in (:cases) and decision is null")
                        .param("cases", cases)
                        .query((row, number) -> Map.entry(CaseKey.of(row.getString("case_key")), read(row, number)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void decided(
            CaseKey key,
            int number,
            Extension.Decision decision,
            @Nullable LocalDate grantedOn,
            String by,
            Instant at) {
        jdbc.sql("""
                        update casework_extension
                        set decision = ?, granted_on = ?, decided_by = ?, decided_at = ?
                        where case_key = ? and number = ?
                        """)
                .params(decision.name(), grantedOn, by, Columns.utc(at), key.toString(), number)
                .update();
    }

    /** A request of a case that has ended is answered by that; whether there was one. */
    boolean lapse(CaseKey key, Instant at) {
        return jdbc.sql("""
                                update casework_extension set decision = 'LAPSED', decided_at = ?
                                where case_key = ? and decision is null
                                """).params(Columns.utc(at), key.toString()).update() == 1;
    }

    private static Extension read(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new Extension(
                row.getInt("number"),
                Columns.date(row, "due_on"),
                Columns.date(row, "asked_on"),
                row.getString("reason"),
                row.getString("requested_by"),
                Columns.instant(row, "requested_at"),
                decision == null ? null : Extension.Decision.valueOf(decision),
                row.getObject("granted_on", LocalDate.class),
                row.getString("decided_by"),
                Columns.optionalInstant(row, "decided_at"));
    }
}
