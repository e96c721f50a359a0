package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;
import vn.giaoviec.substitution.Reach;

/** What waits for a person, from our own picture of the open steps: one statement whatever the number of groups. */
@Repository
class MyWorkQuery {
    private final JdbcClient jdbc;

    MyWorkQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that waits for a person. */
    List<Waiting> of(Reach reach) {
        return of(reach, reach.groups());
    }

    /**
     * What waits for a person in some groups.
     *
     * @param wanted the groups to look at; in those that the person does not reach nothing waits for them
     */
    List<Waiting> of(Reach reach, Collection<String> wanted) {
        List<String> groups = wanted.stream().filter(reach.groups()::contains).toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select distinct
                            task_id, case_key, process, element, name, due_at, opened_at, title_vi, title_en,
                            unit_short_name, assignment, part
                        from v_open_work_item
                        where group_id in (:groups) and (officer is null or officer in (:persons))
                        order by due_at, opened_at, task_id
                        """)
                .param("groups", groups)
                .param("persons", reach.persons())
                .query((row, number) -> new Waiting(
                        row.getString("task_id"),
                        row.getString("case_key"),
                        row.getString("process"),
                        row.getString("element"),
                        row.getString("name"),
                        Columns.optionalInstant(row, "due_at"),
                        Columns.text(row, "title"),
                        row.getString("unit_short_name"),
                        row.getObject("part", Integer.class)))
                .list();
    }

    /** Until when those of these steps are due that the person may work; steps without a date are missing. */
    Map<String, Instant> due(Collection<String> taskIds, Reach reach) {
        if (taskIds.isEmpty() || reach.groups().isEmpty()) {
            return Map.of();
        }
        Map<String, Instant> due = new LinkedHashMap<>();
        jdbc.sql("""
                        select task_id, due_at from v_open_work_item
                        where task_id in (:tasks) and due_at is not null
                            and group_id in (:groups) and (officer is null or officer in (:persons))
                        """)
                .param("tasks", taskIds)
                .param("groups", reach.groups())
                .param("persons", reach.persons())
                .query(row -> {
                    due.put(row.getString("task_id"), Columns.instant(row, "due_at"));
                });
        return due;
    }

    /**
     * A step that waits for the reader.
     *
     * @param taskId the engine's id, for the link into Tasklist
     * @param caseKey the case
     * @param process the process the step belongs to
     * @param element the step's id in the model
     * @param name its Vietnamese name
     * @param dueAt when it is due, or null
     * @param title what the assignment is about
     * @param unit short name of the accountable unit
     * @param part which period report it is about, or null
     */
    record Waiting(
            String taskId,
            String caseKey,
            String process,
            String element,
            String name,
            @Nullable Instant dueAt,
            Text title,
            String unit,
            @Nullable Integer part) {}
}
