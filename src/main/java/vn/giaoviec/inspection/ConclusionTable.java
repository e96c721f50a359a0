package vn.giaoviec.inspection;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

/** It only inserts and selects. */
@Repository
class ConclusionTable {
    private final JdbcClient jdbc;

    ConclusionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CaseKey key, Conclusion conclusion) {
        jdbc.sql("""
                        insert into inspection_conclusion
                            (case_key, kind, document, document_on, words, corrects, concluded_by, concluded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        key.toString(),
                        conclusion.kind().name(),
                        conclusion.document(),
                        conclusion.documentOn(),
                        conclusion.words(),
                        conclusion.corrects(),
                        conclusion.by(),
                        Columns.utc(conclusion.at()))
                .update();
    }

    List<Conclusion> of(CaseKey key) {
        return jdbc.sql("select * from inspection_conclusion where case_key = ? order by id")
                .param(key.toString())
                .query((row, number) -> new Conclusion(
                        row.getLong("id"),
                        Conclusion.Kind.valueOf(row.getString("kind")),
                        row.getString("document"),
                        Columns.date(row, "document_on"),
                        row.getString("words"),
                        row.getObject("corrects") == null ? null : row.getLong("corrects"),
                        row.getString("concluded_by"),
                        Columns.instant(row, "concluded_at")))
                .list();
    }
}
