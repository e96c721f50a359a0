package vn.giaoviec.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

@Repository
class DraftTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DraftTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Stores a draft in place of the one before, unless the step was completed with that, or waits no more. */
    boolean save(
            String taskId,
            String person,
            @Nullable String decision,
            String reason,
            Map<String, String> fields,
            Instant at) {
        boolean again = jdbc.sql("""
                                update casework_draft set decision = ?, reason = ?, saved_at = ?
                                where task_id = ? and person = ? and frozen_at is null
                                    and exists (
                                        select 1 from casework_work_item w
                                        where w.task_id = casework_draft.task_id and w.ended_at is null)
                                """)
                        .params(decision, reason, Columns.utc(at), taskId, person)
                        .update()
                == 1;
        if (again) {
            jdbc.sql("delete from casework_draft_field where task_id = ? and person = ?")
                    .params(taskId, person)
                    .update();
        } else if (!begin(taskId, person, decision, reason, at)) {
            return false;
        }
        batches.batchUpdate(
                "insert into casework_draft_field (task_id, person, field, content) values (?, ?, ?, ?)",
                fields.entrySet().stream()
                        .map(field -> new Object[] {taskId, person, field.getKey(), field.getValue()})
                        .toList());
        return true;
    }

    private boolean begin(String taskId, String person, @Nullable String decision, String reason, Instant at) {
        return jdbc.sql("""
                                insert into casework_draft (task_id, person, decision, reason, saved_at)
                                select w.task_id, ?, ?, ?, ? from casework_work_item w
                                where w.task_id = ? and w.ended_at is null
                                    and not exists (
                                        select 1 from casework_draft d where d.task_id = w.task_id and d.person = ?)
                                """)
                        .params(person, decision, reason, Columns.utc(at), taskId, person)
                        .update()
                == 1;
    }

    Optional<Draft> find(String taskId, String person) {
        return read(jdbc.sql("""
                                select d.*, f.field, f.content
                                from casework_draft d
                                left join casework_draft_field f on f.task_id = d.task_id and f.person = d.person
                                where d.task_id = ? and d.person = ?
                                """).params(taskId, person)).values().stream().findFirst();
    }

    /** What was handed in with the completed steps of a case, by step. */
    Map<String, Draft> handedIn(CaseKey key) {
        return read(jdbc.sql("""
                                select d.*, f.field, f.content
                                from casework_work_item w
                                join casework_draft d on d.task_id = w.task_id and d.frozen_at is not null
                                left join casework_draft_field f on f.task_id = d.task_id and f.person = d.person
                                where w.case_key = ?
                                """).param(key.toString()));
    }

    /** What was handed in with some steps, by step. */
    Map<String, Draft> handedIn(Collection<String> tasks) {
        return tasks.isEmpty() ? Map.of() : read(jdbc.sql("""
                                select d.*, f.field, f.content
                                from casework_draft d
                                left join casework_draft_field f on f.task_id = d.task_id and f.person = d.person
                                where d.task_id in (:tasks) and d.frozen_at is not null
                                """).param("tasks", tasks));
    }

    void freeze(String taskId, String person, Instant at) {
        jdbc.sql("update casework_draft set frozen_at = ? where task_id = ? and person = ?")
                .params(Columns.utc(at), taskId, person)
                .update();
    }

    /** Removes what drafts say whose step ended before then without them; returns how many fields it were. */
    int forgetFields(Instant endedBefore, int most) {
        return jdbc.sql("""
                        delete from casework_draft_field
                        where exists (
                            select 1 from casework_draft d join casework_work_item w on w.task_id = d.task_id
                            where d.task_id = casework_draft_field.task_id and d.person = casework_draft_field.person
                                and d.frozen_at is null and w.ended_at < ?)
                        limit ?
                        """).params(Columns.utc(endedBefore), most).update();
    }

    /** Removes such drafts, once they have no fields any more. */
    int forget(Instant endedBefore, int most) {
        return jdbc.sql("""
                        delete from casework_draft
                        where frozen_at is null
                            and exists (
                                select 1 from casework_work_item w
                                where w.task_id = casework_draft.task_id and w.ended_at < ?)
                            and not exists (
                                select 1 from casework_draft_field f
                                where f.task_id = casework_draft.task_id and f.person = casework_draft.person)
                        limit ?
                        """).params(Columns.utc(endedBefore), most).update();
    }

    private static Map<String, Draft> read(JdbcClient.StatementSpec statement) {
        record Row(
                String task,
                @Nullable String decision,
                @Nullable String reason,
                Instant savedAt,
                boolean frozen,
                @Nullable String field,
                @Nullable String content) {}
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        statement
                .query((row, number) -> new Row(
                        row.getString("task_id"),
                        row.getString("decision"),
                        row.getString("reason"),
                        Columns.instant(row, "saved_at"),
                        row.getObject("frozen_at") != null,
                        row.getString("field"),
                        row.getString("content")))
                .list()
                .forEach(row ->
                        rows.computeIfAbsent(row.task, any -> new ArrayList<>()).add(row));
        Map<String, Draft> drafts = new LinkedHashMap<>();
        rows.forEach((task, ofTask) -> {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Row row : ofTask) {
                if (row.field != null && row.content != null) {
                    fields.put(row.field, row.content);
                }
            }
            Row first = ofTask.get(0);
            drafts.put(
                    task,
                    new Draft(
                            first.decision,
                            first.reason == null ? "" : first.reason,
                            fields,
                            first.savedAt,
                            first.frozen));
        });
        return drafts;
    }
}
