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
import vn.giaoviec.substitution.Reach;

/** Steps with what a decision on them needs, many at once: as many statements for one as for a hundred. */
@Repository
class ApprovalQuery {
    private static final String SELECT = """
            select w.task_id, w.case_key, w.process, w.element, w.definition, w.name, w.due_at, w.ended_at, w.part,
                c.title_vi, c.title_en, c.unit_short_name
            from casework_work_item w
            join v_case c on c.case_key = w.case_key
            """;

    private final JdbcClient jdbc;

    ApprovalQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits for a person, those due first. */
    List<Found> waiting(Reach reach, int most) {
        return jdbc.sql(SELECT + """
                         where w.ended_at is null and c.state = 'OPEN'
                            and (w.officer is null or w.officer in (:persons))
                            and exists (
                                select 1 from casework_work_item_group g
                                where g.task_id = w.task_id and g.group_id in (:groups))
                        order by w.due_at, w.opened_at, w.task_id
                        limit :most
                        """)
                .param("persons", reach.persons())
                .param("groups", reach.groups().isEmpty() ? List.of("") : reach.groups())
                .param("most", most)
                .query(ApprovalQuery::found)
                .list();
    }

    /** Some steps, whether they wait or not, in the same order. */
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
