package vn.giaoviec.intake.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.casework.Case.State;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.Columns;

/** How the cases of a plan stand. */
@Repository
class PlanCasesQuery {
    private final JdbcClient jdbc;

    PlanCasesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PlanWorkbook.Case> of(int year, LocalDate today) {
        return jdbc.sql("""
                        select assignment, unit, state, due_on, submitted_on
                        from v_case_standing
                        where plan_year = ? and to_at is null
                        order by assignment, unit
                        """)
                .param(year)
                .query((row, number) -> new PlanWorkbook.Case(
                        row.getString("assignment"),
                        row.getString("unit"),
                        Standing.of(
                                        State.valueOf(row.getString("state")),
                                        Columns.date(row, "due_on"),
                                        row.getObject("submitted_on", LocalDate.class),
                                        today)
                                .name()))
                .list();
    }
}
