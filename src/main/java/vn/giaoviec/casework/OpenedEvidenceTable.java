package vn.giaoviec.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/** Who has opened which file; written where the bytes are handed out, so that nobody can only say so. */
@Repository
class OpenedEvidenceTable {
    private final JdbcClient jdbc;

    OpenedEvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void opened(String evidence, String person, Instant at) {
        jdbc.sql("""
                        insert into casework_evidence_opened (evidence, person, opened_at) values (?, ?, ?)
                        on duplicate key update opened_at = ?
                        """).params(evidence, person, Columns.utc(at), Columns.utc(at)).update();
    }

    /** Which of these files that person has opened. */
    Set<String> openedBy(String person, Collection<String> evidence) {
        return evidence.isEmpty()
                ? Set.of()
                : jdbc.sql(
                                "select evidence from casework_evidence_opened where person = :person and evidence in (:evidence)")
                        .param("person", person)
                        .param("evidence", evidence)
                        .query(String.class)
                        .set();
    }

    /** Forgets what was opened before then, as many as that at most, and returns how many these were. */
    int forget(Instant openedBefore, int most) {
        return jdbc.sql("delete from casework_evidence_opened where opened_at < ? limit ?")
                .params(Columns.utc(openedBefore), most)
                .update();
    }
}
