package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;
import vn.giaoviec.shared.Union;

/** Steps that are done, the latest first. */
@Repository
class CompletedQuery {
    private static final String COLUMNS = "task_id, done_at";

    private static final String SELECT = """
            select
                w.case_key, w.process, w.element, w.name, w.ended_at, w.completed_by_name, w.acting_for_name,
                w.outcome, c.title_vi, c.title_en, c.unit_short_name
            from (
                select task_id, done_at from (%s) each_one
                order by done_at desc, task_id desc
                limit :most offset :skipped
            ) latest
            join v_work_item w on w.task_id = latest.task_id
            join v_case c on c.case_key = w.case_key
            order by latest.done_at desc, latest.task_id desc
            """;

    private static final String BY_PERSON = SELECT.formatted(Union.of(COLUMNS, List.of("""
                    select task_id, ended_at as done_at from v_done where completed_by = :person
                    order by ended_at desc, task_id desc limit :upTo
                    """, """
                    select task_id, ended_at as done_at from v_done where acting_for = :person
                    order by ended_at desc, task_id desc limit :upTo
                    """)));

    private static final String OF_GROUP = """
            select task_id, done_at from v_done_for where group_id = :group%d
            order by done_at desc, task_id desc limit :upTo
            """;

    private final JdbcClient jdbc;

    CompletedQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that the person completed, or that were completed in the person's name. */
    List<Completed> by(String person, int most, long skipped) {
        return completed(jdbc.sql(BY_PERSON).param("person", person), most, skipped);
    }

    /** Those that waited for one of these groups and were completed, by whomever. */
    List<Completed> of(Collection<String> groups, int most, long skipped) {
        return groups.isEmpty()
                ? List.of()
                : completed(
                        jdbc.sql(SELECT.formatted(Union.of(COLUMNS, Union.each(OF_GROUP, groups))))
                                .params(Union.named("group", groups)),
                        most,
                        skipped);
    }

    private static List<Completed> completed(JdbcClient.StatementSpec statement, int most, long skipped) {
        return statement
                .param("most", most)
                .param("skipped", skipped)
                .param("upTo", most + skipped)
                .query((row, number) -> new Completed(
                        row.getString("case_key"),
                        row.getString("process"),
                        row.getString("element"),
                        row.getString("name"),
                        Columns.instant(row, "ended_at"),
                        row.getString("completed_by_name"),
                        row.getString("acting_for_name"),
                        row.getString("outcome"),
                        Columns.text(row, "title"),
                        row.getString("unit_short_name")))
                .list();
    }

    /**
     * A step that somebody completed.
     *
     * @param caseKey the case
     * @param process the process the step belongs to
     * @param element the step's id in the model
     * @param name its Vietnamese name
     * @param at when it was completed
     * @param by who completed it, by name; null if nobody of that id is known any more
     * @param actingFor in whose name, likewise, or null if in the own one
     * @param outcome the option chosen, or null
     * @param title what the assignment is about
     * @param unit short name of the accountable unit
     */
    record Completed(
            String caseKey,
            String process,
            String element,
            String name,
            Instant at,
            @Nullable String by,
            @Nullable String actingFor,
            @Nullable String outcome,
            Text title,
            String unit) {}
}
