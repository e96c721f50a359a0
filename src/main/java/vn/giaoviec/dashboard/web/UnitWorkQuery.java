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
import vn.giaoviec.shared.Union;

/** What one unit has to do in a plan: its cases, and the steps that wait in it; of very many those that are due first. */
@Repository
class UnitWorkQuery {
    /** So many steps are looked at to say who has what; a unit of a province has some dozens. */
    static final int MOST_HELD = 300;

    private static final List<String> STATES =
            UnitCase.MOST_URGENT_FIRST.stream().map(Case.State::name).toList();

    private static final String MOST_URGENT =
            """
            select
                c.case_key, c.assignment, c.title_vi, c.title_en, c.state, c.due_on, c.opened_at, c.submitted_at,
                c.ended_at
            from (
                select case_key, due_on, urgency from (%s) of_all
                order by urgency, due_on, case_key
                limit :most
            ) first
            join v_case c on c.case_key = first.case_key
            order by first.urgency, first.due_on, first.case_key
            """.formatted(Union.of("case_key, due_on, urgency", Union.each("""
                    select case_key, due_on, %1$d as urgency from v_standing_now
                    where unit = :unit and state = :state%1$d and plan_year = :year
                    order by due_on, case_key
                    limit :most
                    """, STATES)));

    /** By the day of Tasklist's lists and along their index. */
    private static final String OF_GROUP = """
            select task_id, group_id, officer, listed_due_at, opened_at from v_waiting
            where group_id = :group%d and plan_year = :year
            order by listed_due_at, opened_at desc, task_id
            limit :most
            """;

    private static final String HELD = """
            select
                w.task_id, w.case_key, w.process, w.element, w.name, w.due_at, w.part, first.group_id, first.officer,
                c.title_vi, c.title_en
            from (
                select task_id, group_id, officer from (%s) of_all
                order by listed_due_at, opened_at desc, task_id
                limit :most
            ) first
            join v_work_item w on w.task_id = first.task_id
            join v_case c on c.case_key = w.case_key
            order by w.due_at, w.opened_at, w.task_id, first.group_id
            """;

    private final JdbcClient jdbc;

    UnitWorkQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cases the unit accounts for, as they stand, those first that are open, and of these those due first.
     *
     * @param most how many of them
     */
    List<UnitCase> mostUrgent(int year, String unit, LocalDate today, int most) {
        return jdbc.sql(MOST_URGENT)
                .param("year", year)
                .param("unit", unit)
                .param("most", most)
                .params(Union.named("state", STATES))
                .query((row, number) -> unitCase(row, today))
                .list();
    }

    private static UnitCase unitCase(ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = Columns.date(row, "due_on");
        LocalDate submittedOn = day(Columns.optionalInstant(row, "submitted_at"));
        Case.State state = Case.State.valueOf(row.getString("state"));
        return new UnitCase(
                row.getString("case_key"),
                row.getString("assignment"),
                Columns.text(row, "title"),
                LocalDate.ofInstant(Columns.instant(row, "opened_at"), BusinessClock.ZONE),
                dueOn,
                submittedOn,
                day(Columns.optionalInstant(row, "ended_at")),
                Standing.of(state, dueOn, submittedOn, today));
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, BusinessClock.ZONE);
    }

    /**
     * The open steps that these groups may work, in whatever cases of the plan, those due first at the top: at most
     * {@value #MOST_HELD}, with each group that may work them.
     */
    List<Held> held(int year, Collection<String> groups) {
        List<String> sorted = groups.stream().sorted().toList();
        return jdbc.sql(HELD.formatted(
                        Union.of("task_id, group_id, officer, listed_due_at, opened_at", Union.each(OF_GROUP, sorted))))
                .params(Union.named("group", sorted))
                .param("year", year)
                .param("most", MOST_HELD)
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
