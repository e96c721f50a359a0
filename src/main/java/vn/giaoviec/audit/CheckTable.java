package vn.giaoviec.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.proof.Finding;
import vn.giaoviec.audit.proof.Verification;
import vn.giaoviec.shared.Columns;

@Repository
class CheckTable {
    private final JdbcClient jdbc;

    CheckTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Begins a check.
     *
     * @return its number
     * @throws org.springframework.dao.DuplicateKeyException if another node has begun that night's
     */
    long begin(@Nullable LocalDate night, @Nullable String askedBy, Instant at) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into audit_check (on_day, asked_by, started_at) values (?, ?, ?)")
                .params(night, askedBy, Columns.utc(at))
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave the check no number");
        }
        return id.longValue();
    }

    void finish(long id, Verification.Result result, List<Finding> first, Instant at) {
        jdbc.sql("""
                        update audit_check set finished_at = ?, links = ?, sealed = ?, findings = ?, places = ?
                        where id = ?
                        """)
                .params(
                        Columns.utc(at),
                        result.links(),
                        result.sealed(),
                        result.findings().size(),
                        first.stream()
                                .map(finding -> finding.kind().name() + ' ' + finding.place())
                                .collect(Collectors.joining("\n")),
                        id)
                .update();
    }

    /** The youngest first. */
    List<LedgerCheck> last(int most) {
        return jdbc.sql("select * from audit_check order by id desc limit ?")
                .param(most)
                .query(CheckTable::read)
                .list();
    }

    private static LedgerCheck read(ResultSet row, int number) throws SQLException {
        String places = row.getString("places");
        return new LedgerCheck(
                row.getString("asked_by"),
                Columns.instant(row, "started_at"),
                row.getObject("finished_at") == null ? null : Columns.instant(row, "finished_at"),
                row.getLong("links"),
                row.getLong("sealed"),
                row.getInt("findings"),
                places == null
                        ? List.of()
                        : places.lines().map(CheckTable::finding).toList());
    }

    private static Finding finding(String line) {
        int space = line.indexOf(' ');
        return new Finding(Finding.Kind.valueOf(line.substring(0, space)), line.substring(space + 1));
    }
}
