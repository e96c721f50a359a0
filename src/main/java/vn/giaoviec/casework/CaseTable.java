package vn.giaoviec.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

@Repository
class CaseTable {
    private final JdbcClient jdbc;

    CaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Case opened) {
        jdbc.sql("""
                        insert into casework_case
                            (case_key, plan_year, assignment, unit, process, appraiser, fan_out, original_due_on,
                             due_on, state, run_number, acceptance_number, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        opened.key().toString(),
                        opened.key().year(),
                        opened.key().assignment(),
                        opened.key().unit(),
                        opened.process(),
                        opened.appraiser(),
                        opened.fanOut(),
                        opened.originalDueOn(),
                        opened.dueOn(),
                        opened.state().name(),
                        opened.runNumber(),
                        opened.acceptanceNumber(),
                        Columns.utc(opened.openedAt()))
                .update();
    }

    Optional<Case> find(CaseKey key) {
        return jdbc.sql("select * from casework_case where case_key = ?")
                .param(key.toString())
                .query(CaseTable::read)
                .optional();
    }

    /** Makes whoever else would change the case wait until this transaction ends. */
    void lock(CaseKey key) {
        jdbc.sql("select case_key from casework_case where case_key = ? for update")
                .param(key.toString())
                .query(String.class)
                .single();
    }

    List<Case> ofAssignment(int year, String assignment) {
        return jdbc.sql("select * from casework_case where plan_year = ? and assignment = ? order by case_key")
                .params(year, assignment)
                .query(CaseTable::read)
                .list();
    }

    Set<String> keys(int year) {
        return jdbc
                .sql("select case_key from casework_case where plan_year = ?")
                .param(year)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void submitted(CaseKey key, Instant at) {
        jdbc.sql("update casework_case set submitted_at = ? where case_key = ?")
                .params(Columns.utc(at), key.toString())
                .update();
    }

    /** Counts an acceptance; false if another was counted in the meantime. */
    boolean accepted(CaseKey key, int before) {
        return jdbc.sql("""
                                update casework_case set acceptance_number = acceptance_number + 1
                                where case_key = ? and acceptance_number = ? and state = 'OPEN'
                                """).params(key.toString(), before).update() == 1;
    }

    void ended(CaseKey key, Case.State state, String end, Instant at) {
        jdbc.sql("update casework_case set state = ?, ended_as = ?, ended_at = ? where case_key = ?")
                .params(state.name(), end, Columns.utc(at), key.toString())
                .update();
    }

    /** Opens a completed case for another run; false if it is not completed any more. */
    boolean reopened(CaseKey key) {
        return jdbc.sql("""
                                update casework_case
                                set state = 'OPEN', ended_as = null, ended_at = null, submitted_at = null,
                                    run_number = run_number + 1
                                where case_key = ? and state = 'COMPLETED'
                                """).param(key.toString()).update() == 1;
    }

    private static Case read(ResultSet row, int number) throws SQLException {
        return new Case(
                CaseKey.of(row.getString("case_key")),
                row.getString("process"),
                row.getString("appraiser"),
                row.getInt("fan_out"),
                Columns.date(row, "original_due_on"),
                Columns.date(row, "due_on"),
                Case.State.valueOf(row.getString("state")),
                row.getString("ended_as"),
                row.getInt("run_number"),
                row.getInt("acceptance_number"),
                Columns.instant(row, "opened_at"),
                Columns.optionalInstant(row, "submitted_at"),
                Columns.optionalInstant(row, "ended_at"));
    }
}
