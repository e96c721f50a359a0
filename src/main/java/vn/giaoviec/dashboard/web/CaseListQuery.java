package vn.giaoviec.dashboard.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;

/** The cases of a plan as people look for them: by solution group, unit, indicator and standing, as of any day. */
@Repository
class CaseListQuery {
    private final JdbcClient jdbc;

    CaseListQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cases of a plan that match, each as it stood at the end of a day.
     *
     * @param asOf that day; cases opened later are left out
     */
    List<CaseLine> find(int year, Wanted wanted, LocalDate asOf) {
        return jdbc
                .sql("""
                        select c.*, s.state as state_then, s.due_on as due_then, s.submitted_on as submitted_then
                        from v_case_standing s
                        join v_case c on c.case_key = s.case_key
                        where s.plan_year = :year
                            and s.from_at < :next and (s.to_at is null or s.to_at >= :next)
                            and (:group is null or c.solution_group = :group)
                            and (:unit is null or s.unit = :unit)
                            and (:pillar is null or s.case_key in (
                                select case_key from v_case_indicator where plan_year = :year and pillar = :pillar))
                        order by c.solution_group, s.assignment, s.unit
                        """)
                .param("year", year)
                .param("next", Columns.utc(endOf(asOf)))
                .param("group", wanted.group())
                .param("unit", wanted.unit())
                .param("pillar", wanted.pillar())
                .query((row, number) -> line(row, asOf))
                .list()
                .stream()
                .filter(line -> wanted.standing() == null || line.standing() == wanted.standing())
                .toList();
    }

    /** The cases that support an indicator, as they stand. */
    List<CaseLine> supporting(int year, String indicator, LocalDate today) {
        return jdbc.sql("""
                        select c.*, s.state as state_then, s.due_on as due_then, s.submitted_on as submitted_then
                        from v_case_standing s
                        join v_case c on c.case_key = s.case_key
                        where s.to_at is null and s.case_key in (
                            select case_key from v_case_indicator where plan_year = ? and indicator = ?)
                        order by c.assignment, c.unit
                        """)
                .params(year, indicator)
                .query((row, number) -> line(row, today))
                .list();
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
    }

    private static CaseLine line(ResultSet row, LocalDate asOf) throws SQLException {
        LocalDate dueOn = Columns.date(row, "due_then");
        Case.State state = Case.State.valueOf(row.getString("state_then"));
        return new CaseLine(
                row.getString("case_key"),
                row.getString("assignment"),
                row.getInt("solution_group"),
                Columns.text(row, "title"),
                row.getString("unit_short_name"),
                state.name(),
                row.getString("deadline"),
                dueOn,
                Standing.of(state, dueOn, Columns.date(row, "submitted_then"), asOf),
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
     * @param state the case's state then
     * @param deadline the deadline as written
     * @param dueOn the deadline in force then
     * @param standing done or open, in time or late, then
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
            boolean illustrative) {
        /** Code of the accountable unit. */
        public String unitCode() {
            return CaseKey.of(caseKey).unit();
        }
    }

    /**
     * Which cases are looked for; null matches everything.
     *
     * @param group number of the solution group
     * @param unit code of the accountable unit
     * @param pillar code of a pillar that the case serves
     * @param standing how it stood
     */
    record Wanted(
            @Nullable Integer group,
            @Nullable String unit,
            @Nullable String pillar,
            @Nullable Standing standing) {
        static final Wanted EVERYTHING = new Wanted(null, null, null, null);
    }
}
