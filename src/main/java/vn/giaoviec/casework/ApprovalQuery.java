package vn.giaoviec.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;
import vn.giaoviec.shared.Union;
import vn.giaoviec.substitution.Reach;

/** Steps with what a decision on them needs, many at once: as many statements for one as for a hundred. */
@Repository
class ApprovalQuery {
    private static final String STEPS = """
            select w.task_id, w.case_key, w.process, w.element, w.definition, w.name, w.due_at, w.ended_at, w.part,
                c.title_vi, c.title_en, c.unit_short_name
            from %s
            join v_case c on c.case_key = w.case_key
            """;

    private static final String SELECT = STEPS.formatted("casework_work_item w");

    private static final String WAITING =
            STEPS.formatted("""
            (
                select task_id, due_at, opened_at from (%s) each_one
                order by due_at, opened_at, task_id
                limit :most offset :skipped
            ) first
            join casework_work_item w on w.task_id = first.task_id
            """) + "order by first.due_at, first.opened_at, first.task_id";

    /** Along an index; whatever is another officer's or rests is passed over. */
    private static final String OF_GROUP = """
            select task_id, listed_due_at as due_at, opened_at from v_waiting
            where group_id = :group%d and decides = 1 and (officer is null or officer in (:persons))
            order by listed_due_at, opened_at, task_id
            limit :upTo
            """;

    private final JdbcClient jdbc;

    ApprovalQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Decisions that wait for a person, those due first.
     *
     * @param skipped how many come before
     */
    List<Found> waiting(Reach reach, int most, long skipped) {
        if (reach.groups().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(WAITING.formatted(Union.of("task_id, due_at, opened_at", Union.each(OF_GROUP, reach.groups()))))
                .params(Union.named("group", reach.groups()))
                .param("persons", reach.persons())
                .param("upTo", most + skipped)
                .param("most", most)
                .param("skipped", skipped)
                .query(ApprovalQuery::found)
                .list();
    }

    /** Some steps, whether they wait or not, those due first. */
    List<Found> those(Collection<String> tasks) {
        return tasks.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where w.task_id in (:tasks) order by w.due_at, w.opened_at, w.task_id")
                        .param("tasks", tasks)
                        .query(ApprovalQuery::found)
                        .list();
    }

    /** Steps of some cases with which something was handed in, the latest first. */
    List<Done> handedIn(Collection<String> cases) {
        return cases.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select w.task_id, w.case_key, w.process, w.part, w.ended_at, w.completed_by, a.acting_for
                                from casework_work_item w
                                left join casework_acting_for a on a.task_id = w.task_id
                                where w.case_key in (:cases) and w.completed_by is not null
                                    and exists (
                                        select 1 from casework_draft_field f
                                        where f.task_id = w.task_id and f.person = w.completed_by)
                                order by w.ended_at desc, w.task_id
                                """)
                        .param("cases", cases)
                        .query((row, number) -> new Done(
                                row.getString("task_id"),
                                CaseKey.of(row.getString("case_key")),
                                row.getString("process"),
                                row.getObject("part", Integer.class),
                                Columns.instant(row, "ended_at"),
                                row.getString("completed_by"),
                                row.getString("acting_for")))
                        .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getString("task_id"),
                CaseKey.of(row.getString("case_key")),
                row.getString("process"),
                row.getString("element"),
                row.getString("definition"),
                row.getString("name"),
                Columns.optionalInstant(row, "due_at"),
                Columns.optionalInstant(row, "ended_at"),
                row.getObject("part", Integer.class),
                Columns.text(row, "title"),
                row.getString("unit_short_name"));
    }

    /** A step, and what it is about. */
    record Found(
            String taskId,
            CaseKey caseKey,
            String process,
            String element,
            String definition,
            String name,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            @Nullable Integer part,
            Text title,
            String unit) {}

    /** A step that is done. */
    record Done(
            String taskId,
            CaseKey caseKey,
            String process,
            @Nullable Integer part,
            Instant at,
            String by,
            @Nullable String actingFor) {}
}
