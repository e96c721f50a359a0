package vn.giaoviec.notice;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/** How a mail names a case. */
@Repository
class CaseTitleQuery {
    private final JdbcClient jdbc;

    CaseTitleQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Title of(String caseKey) {
        return jdbc.sql("select assignment, title_vi, unit_short_name, due_on from v_case where case_key = ?")
                .param(caseKey)
                .query((row, number) -> new Title(
                        row.getString("assignment"),
                        row.getString("title_vi"),
                        row.getString("unit_short_name"),
                        Columns.date(row, "due_on")))
                .single();
    }

    record Title(String assignment, String title, String unitName, LocalDate dueOn) {}
}
