package vn.giaoviec.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import vn.giaoviec.annex.Annex;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.sheet.TableFile;

@Repository
class IntakeTable {
    private static final String HEADS = """
            select id, plan_year, number, title, issuer, issued_on, aim, stands_on, file_name, file_kind, sha256, state,
                created_by, created_at, ended_by, ended_at
            from intake_draft
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    IntakeTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long insert(Heading heading, Annex annex, String by, Instant at) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into intake_draft
                            (plan_year, number, title, issuer, issued_on, aim, stands_on, file_name, file_kind, sha256, annex,
                             state, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?)
                        """)
                .params(
                        heading.year(),
                        heading.number(),
                        heading.title(),
                        heading.issuer(),
                        heading.issuedOn(),
                        heading.aim(),
                        heading.standsOn(),
                        annex.file(),
                        annex.kind().name(),
                        annex.sha256(),
                        write(annex),
                        by,
                        Columns.utc(at))
                .update(id, "id");
        Number key = id.getKey();
        if (key == null) {
            throw new IllegalStateException("the database gave the draft no number");
        }
        return key.longValue();
    }

    /** The newest drafts, newest first. */
    List<Draft> newest(int most) {
        return jdbc.sql(HEADS + " order by id desc limit ?")
                .param(most)
                .query(IntakeTable::draft)
                .list();
    }

    Optional<Stored> find(long id) {
        return jdbc.sql("select * from intake_draft where id = ?")
                .param(id)
                .query((row, number) -> new Stored(draft(row, number), read(row.getString("annex"))))
                .optional();
    }

    /** Where the draft stands; whoever else would change it waits until this transaction ends. */
    Optional<Draft> lock(long id) {
        return jdbc.sql(HEADS + " where id = ? for update")
                .param(id)
                .query(IntakeTable::draft)
                .optional();
    }

    void end(long id, Draft.State state, String by, Instant at) {
        jdbc.sql("update intake_draft set state = ?, ended_by = ?, ended_at = ? where id = ?")
                .params(state.name(), by, Columns.utc(at), id)
                .update();
    }

    private String write(Annex annex) {
        try {
            return json.writeValueAsString(annex);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Annex read(String annex) {
        try {
            return json.readValue(annex, Annex.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("id"),
                new Heading(
                        row.getInt("plan_year"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("issuer"),
                        Columns.date(row, "issued_on"),
                        row.getString("aim"),
                        row.getObject("stands_on", Integer.class)),
                row.getString("file_name"),
                TableFile.Kind.valueOf(row.getString("file_kind")),
                row.getString("sha256"),
                Draft.State.valueOf(row.getString("state")),
                row.getString("created_by"),
                Columns.instant(row, "created_at"),
                row.getString("ended_by"),
                Columns.optionalInstant(row, "ended_at"));
    }

    /** A draft with what was understood of its file. */
    record Stored(Draft draft, Annex annex) {}
}
