package vn.giaoviec.dashboard.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;

/** What one unit has to do in a plan: its cases, and the steps that wait in it. */
@Repository
class UnitWorkQuery {
    private final JdbcClient jdbc;

    UnitWorkQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases the unit accounts for, as they stand: late ones first, then by deadline. */
    List<UnitCase> cases(int year, String unit, LocalDate today) {
        return jdbc.sql("""
                        select
                            c.case_key, c.assignment, c.title_vi, c.title_en, c.state, c.due_on, c.opened_at,
                            c.submitted_at, c.ended_at, d.report_due_on
                        from v_case c
                        join v_case_due d on d.case_key = c.case_key
                        where c.plan_year = ? and c.unit = ?
                        order by c.due_on, c.case_key
                        """).params(year, unit).query((row, number) -> unitCase(row, today)).list().stream()
                .sorted(UnitCase.MOST_URGENT_FIRST)
                .toList();
    }

    private static UnitCase unitCase(ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = Columns.date(row, "due_on");
        LocalDate reportDueOn = row.getObject("report_due_on", LocalDate.class);
        LocalDate submittedOn = day(Columns.optionalInstant(row, "submitted_at"));
        Case.State state = Case.State.valueOf(row.getString("state"));
        return new UnitCase(
                row.getString("case_key"),
                row.getString("assignment"),
                Columns.text(row, "title"),
                LocalDate.ofInstant(Columns.instant(row, "opened_at"), BusinessClock.ZONE),
                dueOn,
                reportDueOn == null ? dueOn : reportDueOn,
                submittedOn,
                day(Columns.optionalInstant(row, "ended_at")),
                Standing.of(state, dueOn, submittedOn, today));
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, BusinessClock.ZONE);
    }

    /** The open steps that these groups may work, in whatever cases of the plan, those due first at the top. */
    List<Held> held(int year, Collection<String> groups) {
        return jdbc.sql("""
                        select
                            task_id, case_key, process, element, name, officer, group_id, due_at, title_vi, title_en,
                            part
                        from v_open_work_item
                        where plan_year = :year and group_id in (:groups)
                        order by due_at, opened_at, task_id, group_id
                        """)
                .param("year", year)
                .param("groups", groups)
                .query((row, number) -> new Held(
                        row.getString("task_id"),
                        row.getString("case_key"),
                        row.getString("process"),
                        row.getString("element"),
                        row.getString("name"),
                        row.getString("officer"),
                        row.getString("group_id"),
                        Columns.optionalInstant(row, "due_at"),
                        Columns.text(row, "title"),
                        row.getObject("part", Integer.class)))
                .list();
    }

    /**
     * An open step of the unit.
     *
     * @param taskId the engine's id
     * @param caseKey the case, the unit's own or one on which its opinion is asked
     * @param process the process the step belongs to
     * @param element the step's id in the model
     * @param name its Vietnamese name
     * @param officer whom the head chose for it, or null while any of the group may take it
     * @param group the group that may work it
     * @param dueAt when it is due, or null
     * @param title what the assignment is about
     * @param part which period report it is about, or null
     */
    record Held(
            String taskId,
            String caseKey,
            String process,
            String element,
            String name,
            @Nullable String officer,
            String group,
            @Nullable Instant dueAt,
            Text title,
            @Nullable Integer part) {}
}
