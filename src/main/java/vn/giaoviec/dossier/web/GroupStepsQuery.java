package vn.giaoviec.dossier.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/**
 * The steps of all cases of a solution group. The database counts: it answers with a row for each step of the models, or
 * for each pair of days, not for each case.
 */
@Repository
class GroupStepsQuery {
    private final JdbcClient jdbc;

    GroupStepsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits in cases whose time runs. */
    List<Open> open(int year, int group, Instant now) {
        return jdbc.sql("""
                        select
                            process, element, max(name) as name, count(*) as steps,
                            sum(case when due_at < :now then 1 else 0 end) as late
                        from v_step_day
                        where plan_year = :year and solution_group = :group and ended_at is null and state = 'OPEN'
                        group by process, element
                        order by process, element
                        """)
                .param("now", Columns.utc(now))
                .param("year", year)
                .param("group", group)
                .query((row, number) -> new Open(
                        row.getString("process"),
                        row.getString("element"),
                        row.getString("name"),
                        row.getInt("steps"),
                        row.getInt("late")))
                .list();
    }

    /** What somebody completed; steps that ended by themselves are left out. */
    List<Finished> finished(int year, int group) {
        return jdbc.sql("""
                        select process, element, max(name) as name, opened_on, ended_on, count(*) as steps
                        from v_step_day
                        where plan_year = :year and solution_group = :group and completed_by is not null
                        group by process, element, opened_on, ended_on
                        order by process, element, opened_on, ended_on
                        """)
                .param("year", year)
                .param("group", group)
                .query((row, number) -> new Finished(
                        row.getString("process"),
                        row.getString("element"),
                        row.getString("name"),
                        Columns.date(row, "opened_on"),
                        Columns.date(row, "ended_on"),
                        row.getInt("steps")))
                .list();
    }

    /**
     * Steps that wait at one place.
     *
     * @param process the process they belong to
     * @param element the step's id in the model
     * @param name its Vietnamese name
     * @param steps how many wait
     * @param late how many of them are overdue
     */
    record Open(String process, String element, String name, int steps, int late) {}

    /**
     * Steps of one place that opened on the same day and were completed on the same day.
     *
     * @param process the process they belong to
     * @param element the step's id in the model
     * @param name its Vietnamese name
     * @param openedOn the day they began to wait
     * @param endedOn the day they were completed
     * @param steps how many
     */
    record Finished(String process, String element, String name, LocalDate openedOn, LocalDate endedOn, int steps) {}
}
