package vn.giaoviec.dashboard.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;

/** The cases of a plan as people look for them: by solution group, unit, indicator and standing. */
@Repository
class CaseListQuery {
    private final JdbcClient jdbc;

    CaseListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All cases of a plan that match; a null condition matches everything. */
    List<CaseLine> find(int year, @Nullable Integer group, @Nullable String unit, LocalDate today) {
        return jdbc.sql("""
                        select * from v_case
                        where plan_year = :year
                            and (:group is null or solution_group = :group)
                            and (:unit is null or unit = :unit)
                        order by solution_group, assignment, unit
                        """)
                .param("year", year)
                .param("group", group)
                .param("unit", unit)
                .query((row, number) -> line(row, today))
                .list();
    }

    /** The cases that support an indicator. */
    List<CaseLine> supporting(int year, String indicator, LocalDate today) {
        return jdbc.sql("""
                        select * from v_case
                        where case_key in (
                            select case_key from indicator_link where plan_year = ? and indicator = ?)
                        order by assignment, unit
                        """)
                .params(year, indicator)
                .query((row, number) -> line(row, today))
                .list();
    }

    private static CaseLine line(ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = Columns.date(row, "due_on");
        var submitted = Columns.optionalInstant(row, "submitted_at");
        return new CaseLine(
                row.getString("case_key"),
                row.getString("assignment"),
                row.getInt("solution_group"),
                Columns.text(row, "title"),
                row.getString("unit_short_name"),
                row.getString("state"),
                row.getString("deadline"),
                dueOn,
                Standing.of(Case.State.valueOf(row.getString("state")), dueOn, submitted, today),
                row.getBoolean("illustrative"));
    }

    /**
     * One case in a list.
     *
     * @param caseKey the case, as its address
     * @param assignment the assignment's code
     * @param group number of the solution group
     * @param title what is to be done
     * @param unit short name of the accountable unit
     * @param state the case's state
     * @param deadline the deadline as written
     * @param dueOn the deadline in force
     * @param standing done or open, in time or late, as of today
     * @param illustrative whether the assignment is made up for the demo
     */
    record CaseLine(
            String caseKey,
            String assignment,
            int group,
            Text title,
            String unit,
            String state,
            String deadline,
            LocalDate dueOn,
            Standing standing,
            boolean illustrative) {}
}
