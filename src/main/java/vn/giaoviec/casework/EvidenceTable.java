package vn.giaoviec.casework;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Folded;

@Repository
class EvidenceTable {
    private final JdbcClient jdbc;

    EvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a file whose size and hash are not known yet. */
    void begin(Evidence evidence) {
        jdbc.sql("""
                        insert into casework_evidence
                            (id, case_key, task_id, person, name, name_folded, media_type, size_bytes, sha256, kept_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        evidence.id(),
                        evidence.caseKey().toString(),
                        evidence.taskId(),
                        evidence.person(),
                        evidence.name(),
                        Folded.of(evidence.name()),
                        evidence.mediaType(),
                        evidence.size(),
                        evidence.sha256(),
                        Columns.utc(evidence.keptAt()))
                .update();
    }

    void append(String id, int number, byte[] content) {
        jdbc.sql("insert into casework_evidence_chunk (evidence, number, content) values (?, ?, ?)")
                .params(id, number, content)
                .update();
    }

    void finish(String id, long size, String sha256) {
        jdbc.sql("update casework_evidence set size_bytes = ?, sha256 = ? where id = ?")
                .params(size, sha256, id)
                .update();
    }

    Optional<Evidence> find(String id) {
        return jdbc.sql("select * from casework_evidence where id = ?")
                .param(id)
                .query(EvidenceTable::read)
                .optional();
    }

    List<Evidence> of(CaseKey key) {
        return jdbc.sql("select * from casework_evidence where case_key = ? order by kept_at, id")
                .param(key.toString())
                .query(EvidenceTable::read)
                .list();
    }

    /** What one person has brought for one step. */
    List<Evidence> of(String taskId, String person) {
        return jdbc.sql("select * from casework_evidence where task_id = ? and person = ? order by kept_at, id")
                .params(taskId, person)
                .query(EvidenceTable::read)
                .list();
    }

    /** What was handed in with some steps. */
    List<Evidence> handedIn(Collection<String> tasks) {
        return tasks.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select * from casework_evidence
                                where task_id in (:tasks) and frozen_at is not null
                                order by kept_at, id
                                """).param("tasks", tasks).query(EvidenceTable::read).list();
    }

    void freeze(String taskId, String person, Instant at) {
        jdbc.sql("update casework_evidence set frozen_at = ? where task_id = ? and person = ?")
                .params(Columns.utc(at), taskId, person)
                .update();
    }

    /** Takes back a file that no completed step relies on; false if one does. */
    boolean remove(String id) {
        boolean free = jdbc.sql("select count(*) from casework_evidence where id = ? and frozen_at is null")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1;
        if (free) {
            jdbc.sql("delete from casework_evidence_chunk where evidence = ?")
                    .param(id)
                    .update();
            jdbc.sql("delete from casework_evidence where id = ? and frozen_at is null")
                    .param(id)
                    .update();
        }
        return free;
    }

    /** Copies the bytes chunk by chunk, so that a large file never stands in memory whole. */
    void copy(String id, OutputStream out) throws IOException {
        for (int number = 0; ; number++) {
            Optional<byte[]> chunk = chunk(id, number);
            if (chunk.isEmpty()) {
                return;
            }
            out.write(chunk.get());
        }
    }

    Optional<byte[]> chunk(String id, int number) {
        return jdbc.sql("select content from casework_evidence_chunk where evidence = ? and number = ?")
                .params(id, number)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    private static Evidence read(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getString("id"),
                CaseKey.of(row.getString("case_key")),
                row.getString("task_id"),
                row.getString("person"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                Columns.instant(row, "kept_at"),
                row.getObject("frozen_at") != null);
    }
}
