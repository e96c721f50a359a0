package vn.giaoviec.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;

@Repository
class DecisionTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DecisionTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Decision> decisions(long draft) {
        return jdbc.sql("select * from intake_decision where draft = ? order by line, field")
                .param(draft)
                .query((row, number) -> new Decision(
                        row.getInt("line"),
                        RowField.valueOf(row.getString("field")),
                        row.getString("content"),
                        row.getString("decided_by"),
                        Columns.instant(row, "decided_at")))
                .list();
    }

    /** The last word on a cell stands. */
    void decide(long draft, List<Decision> decisions) {
        batches.batchUpdate(
                """
                insert into intake_decision (draft, line, field, content, decided_by, decided_at) values (?, ?, ?, ?, ?, ?)
                on duplicate key update
                    content = values(content), decided_by = values(decided_by), decided_at = values(decided_at)
                """,
                decisions.stream()
                        .map(one -> new Object[] {
                            draft, one.line(), one.field().name(), one.content(), one.by(), Columns.utc(one.at())
                        })
                        .toList());
    }

    /** What the file says holds again. */
    void takeBack(long draft, int line, RowField field) {
        jdbc.sql("delete from intake_decision where draft = ? and line = ? and field = ?")
                .params(draft, line, field.name())
                .update();
    }

    List<Meaning> meanings(long draft) {
        return jdbc.sql("select * from intake_name where draft = ? order by words")
                .param(draft)
                .query((row, number) -> new Meaning(
                        row.getString("words"),
                        row.getString("meaning"),
                        unit(row),
                        row.getString("decided_by"),
                        Columns.instant(row, "decided_at")))
                .list();
    }

    void mean(long draft, Meaning meaning) {
        Unit unit = meaning.unit();
        jdbc.sql("""
                        insert into intake_name
                            (draft, words, meaning, unit_name, unit_kind, unit_from, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update
                            meaning = values(meaning), unit_name = values(unit_name), unit_kind = values(unit_kind),
                            unit_from = values(unit_from), decided_by = values(decided_by),
                            decided_at = values(decided_at)
                        """)
                .params(
                        draft,
                        meaning.words(),
                        meaning.content(),
                        unit == null ? null : unit.name().vi(),
                        unit == null ? null : unit.kind().name(),
                        unit == null ? null : unit.validFrom(),
                        meaning.by(),
                        Columns.utc(meaning.at()))
                .update();
    }

    private static @Nullable Unit unit(ResultSet row) throws SQLException {
        String name = row.getString("unit_name");
        LocalDate from = row.getObject("unit_from", LocalDate.class);
        if (name == null || from == null) {
            return null;
        }
        return new Unit(
                row.getString("meaning"),
                new Text(name, name),
                name.length() <= 80 ? name : row.getString("meaning"),
                Unit.Kind.valueOf(row.getString("unit_kind")),
                from,
                null,
                null);
    }
}
