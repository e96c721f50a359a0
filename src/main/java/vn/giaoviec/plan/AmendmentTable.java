package vn.giaoviec.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/** How assignments were amended; only ever added to, but for words that a decision erases. */
@Repository
class AmendmentTable {
    static final int LONGEST_REASON = 4_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AmendmentTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(int year, List<PlanDifference.Change> changes, String document, String reason, String by, Instant at) {
        batches.batchUpdate(
                """
                insert into plan_amendment
                    (plan_year, assignment, field, was, becomes, document, reason, amended_by, amended_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                changes.stream()
                        .flatMap(change -> change.fields().stream().map(field -> new Object[] {
                            year,
                            change.code(),
                            field.field().name(),
                            field.from(),
                            field.to(),
                            document,
                            reason,
                            by,
                            Columns.utc(at)
                        }))
                        .toList());
    }

    void replaceReasons(int year, String assignment, Collection<String> words, String by) {
        jdbc.sql("""
                        update plan_amendment set reason = :by
                        where plan_year = :year and assignment = :assignment and reason in (:words)
                        """)
                .param("by", by)
                .param("year", year)
                .param("assignment", assignment)
                .param("words", words)
                .update();
    }

    List<Amendment> of(int year, String assignment) {
        return jdbc.sql("select * from plan_amendment where plan_year = ? and assignment = ? order by id")
                .params(year, assignment)
                .query((row, number) -> new Amendment(
                        PlanDifference.Field.valueOf(row.getString("field")),
                        row.getString("was"),
                        row.getString("becomes"),
                        row.getString("document"),
                        row.getString("reason"),
                        row.getString("amended_by"),
                        Columns.instant(row, "amended_at")))
                .list();
    }
}
