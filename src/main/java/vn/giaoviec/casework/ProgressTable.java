package vn.giaoviec.casework;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

@Repository
class ProgressTable {
    private final JdbcClient jdbc;

    ProgressTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(CaseKey key, Progress progress) {
        jdbc.sql("insert into casework_progress (case_key, person, kind, note, noted_at) values (?, ?, ?, ?, ?)")
                .params(
                        key.toString(),
                        progress.person(),
                        progress.kind().name(),
                        progress.note(),
                        Columns.utc(progress.notedAt()))
                .update();
    }

    List<Progress> of(CaseKey key) {
        return jdbc.sql("select * from casework_progress where case_key = ? order by id")
                .param(key.toString())
                .query((row, number) -> new Progress(
                        row.getString("person"),
                        Progress.Kind.valueOf(row.getString("kind")),
                        row.getString("note"),
                        Columns.instant(row, "noted_at")))
                .list();
    }
}
