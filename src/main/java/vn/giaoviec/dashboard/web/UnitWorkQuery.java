package vn.giaoviec.dashboard.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    static final int MOST_HELD = 1_000;

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
            select task_id, group_id, officer, due_at, listed_due_at, opened_at from v_waiting
            where group_id = :group%d and plan_year = :year
            order by listed_due_at, opened_at desc, task_id
            limit :held
            """;

    private static final String HELD = """
            select
                placed.whose, placed.steps, placed.late, placed.next_due_at,
                w.task_id, w.case_key, w.process, w.element, w.name, w.due_at, c.title_vi, c.title_en, w.part
            from (
                select
                    task_id, whose,
                    count(*) over (partition by whose) as steps,
                    sum(case when due_at < :now then 1 else 0 end) over (partition by whose) as late,
                    min(case when due_at >= :now then due_at end) over (partition by whose) as next_due_at,
                    row_number() over (partition by whose order by due_at, opened_at, task_id) as place
                from (
                    -- a step that several groups may take lies with the first of them
                    select task_id, due_at, opened_at, coalesce(officer, min(group_id)) as whose
                    from (
                        select task_id, group_id, officer, due_at, opened_at from (%s) of_all
                        order by listed_due_at, opened_at desc, task_id
                        limit :held
                    ) first
                    group by task_id, due_at, opened_at, officer
                ) held
            ) placed
            join v_work_item w on w.task_id = placed.task_id
            join v_case c on c.case_key = w.case_key
            where placed.place <= :most
            order by placed.whose, placed.place
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
     * Whose are the open steps that these groups may work, in whatever cases of the plan: an officer's or a group's.
     *
     * @param most how many of each pile are told, those due first
     */
    Map<String, Pile> held(int year, Collection<String> groups, Instant now, int most) {
        List<String> sorted = groups.stream().sorted().toList();
        Map<String, Pile> piles = new LinkedHashMap<>();
        jdbc.sql(HELD.formatted(Union.of(
                        "task_id, group_id, officer, due_at, listed_due_at, opened_at", Union.each(OF_GROUP, sorted))))
                .params(Union.named("group", sorted))
                .param("year", year)
                .param("now", Columns.utc(now))
                .param("held", MOST_HELD)
                .param("most", most)
                .query(row -> {
                    String whose = row.getString("whose");
                    Pile pile = piles.get(whose);
                    if (pile == null) {
                        pile = new Pile(
                                row.getInt("steps"),
                                row.getInt("late"),
                                Columns.optionalInstant(row, "next_due_at"),
                                new ArrayList<>());
                        piles.put(whose, pile);
                    }
                    pile.first.add(held(row));
                });
        return piles;
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getString("case_key"),
                row.getString("process"),
                row.getString("element"),
                row.getString("name"),
                Columns.optionalInstant(row, "due_at"),
                Columns.text(row, "title"),
                row.getObject("part", Integer.class));
    }

    /**
     * What somebody has.
     *
     * @param steps how many open steps
     * @param late how many of them are overdue
     * @param nextDue when the next one is due that is not overdue, or null if none is to come
     * @param first those due first
     */
    record Pile(int steps, int late, @Nullable Instant nextDue, List<Held> first) {
        static final Pile EMPTY = new Pile(0, 0, null, List.of());
    }

    /**
     * An open step of the unit.
     *
     * @param caseKey the case, the unit's own or one on which its opinion is asked
     * @param process the process the step belongs to
     * @param element the step's id in the model
     * @param name its Vietnamese name
     * @param dueAt when it is due, or null
     * @param title what the assignment is about
     * @param part which period report it is about, or null
     */
    record Held(
            String caseKey,
            String process,
            String element,
            String name,
            @Nullable Instant dueAt,
            Text title,
            @Nullable Integer part) {}
}
