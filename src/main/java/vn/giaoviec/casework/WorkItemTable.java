package vn.giaoviec.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

@Repository
class WorkItemTable {
    private static final String SELECT = """
            select w.*, a.acting_for from casework_work_item w
            left join casework_acting_for a on a.task_id = w.task_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    WorkItemTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(List<Opened> opened) {
        batches.batchUpdate("""
                insert into casework_work_item
                    (task_id, case_key, plan_year, solution_group, run_number, process, element, definition, name, officer,
                     opened_at, due_at, part)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, opened.stream().map(Opened::columns).toList());
        batches.batchUpdate("""
                insert into casework_work_item_group (task_id, group_id, waits, opened_at, due_at, decides)
                values (?, ?, 1, ?, ?, ?)
                """, opened.stream().flatMap(Opened::lines).toList());
    }

    /**
     * A step that begins to wait.
     *
     * @param group the solution group of its case
     * @param officer who has it from the beginning, or null
     * @param dueAt until when the officer is to have done it
     * @param listedDueAt until when the engine's lists say it is due; later, if the officer has a day of their own
     * @param decides whether it asks for a decision
     */
    record Opened(
            WorkItem item,
            int group,
            String definition,
            @Nullable String officer,
            @Nullable Instant dueAt,
            @Nullable Instant listedDueAt,
            boolean decides,
            List<String> groups) {
        private @Nullable Object[] columns() {
            return new @Nullable Object[] {
                item.taskId(),
                item.caseKey().toString(),
                item.caseKey().year(),
                group,
                item.runNumber(),
                item.process(),
                item.element(),
                definition,
                item.name(),
                officer,
                Columns.utc(item.openedAt()),
                dueAt == null ? null : Columns.utc(dueAt),
                item.part()
            };
        }

        private Stream<@Nullable Object[]> lines() {
            return groups.stream().map(those -> new @Nullable Object[] {
                item.taskId(),
                those,
                Columns.utc(item.openedAt()),
                listedDueAt == null ? null : Columns.utc(listedDueAt),
                decides ? 1 : 0
            });
        }
    }

    /**
     * Ends a waiting step; false if it has ended already.
     *
     * @param actingFor in whose name, or null if in the own one
     */
    boolean complete(
            String taskId,
            String person,
            @Nullable String actingFor,
            @Nullable String outcome,
            @Nullable String reason,
            Instant at) {
        boolean done = jdbc.sql("""
                                update casework_work_item
                                set ended_at = ?, completed_by = ?, outcome = ?, reason = ?
                                where task_id = ? and ended_at is null
                                """)
                        .params(Columns.utc(at), person, outcome, reason, taskId)
                        .update()
                == 1;
        if (done) {
            waitNoMore(taskId, at);
        }
        if (done && actingFor != null) {
            jdbc.sql("insert into casework_acting_for (task_id, acting_for) values (?, ?)")
                    .params(taskId, actingFor)
                    .update();
        }
        return done;
    }

    /** Waiting steps of a unit that ended wait for its successor, and for no officer of the old one. */
    void passOn(CaseKey key, String from, String to) {
        String waiting = """
                task_id in (select task_id from casework_work_item where case_key = ? and ended_at is null)
                """;
        jdbc.sql("""
                        update casework_work_item set officer = null
                        where case_key = ? and ended_at is null
                            and task_id in (select task_id from casework_work_item_group where group_id in (?, ?))
                        """)
                .params(key.toString(), Groups.head(from), Groups.staff(from))
                .update();
        Map.of(Groups.head(from), Groups.head(to), Groups.staff(from), Groups.staff(to))
                .forEach((old, next) -> jdbc.sql(
                                "update casework_work_item_group set group_id = ? where group_id = ? and " + waiting)
                        .params(next, old, key.toString())
                        .update());
    }

    /** The officer whom the step was assigned to when it began to wait. */
    Optional<String> officer(String taskId) {
        return jdbc.sql("select officer from casework_work_item where task_id = ? and officer is not null")
                .param(taskId)
                .query(String.class)
                .optional();
    }

    void close(String taskId, Instant at) {
        int closed = jdbc.sql("update casework_work_item set ended_at = ? where task_id = ? and ended_at is null")
                .params(Columns.utc(at), taskId)
                .update();
        if (closed > 0) {
            waitNoMore(taskId, null);
        }
    }

    /** @param doneAt when somebody completed it; null if it ended by itself */
    private void waitNoMore(String taskId, @Nullable Instant doneAt) {
        jdbc.sql("update casework_work_item_group set waits = 0, done_at = ? where task_id = ?")
                .params(doneAt == null ? null : Columns.utc(doneAt), taskId)
                .update();
    }

    /** Whether the step has not ended. */
    boolean waits(String taskId) {
        return jdbc.sql("select count(*) from casework_work_item where task_id = ? and ended_at is null")
                        .param(taskId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Whether one of these people completed one of those steps in this run of the case, or it was done in their name. */
    boolean didOneOf(CaseKey key, int run, Collection<String> persons, Collection<String> elements) {
        return !elements.isEmpty()
                && jdbc.sql("""
                                        select count(*) from casework_work_item w
                                        left join casework_acting_for a on a.task_id = w.task_id
                                        where w.case_key = :key and w.run_number = :run and w.element in (:elements)
                                            and (w.completed_by in (:persons) or a.acting_for in (:persons))
                                        """)
                                .param("key", key.toString())
                                .param("run", run)
                                .param("persons", persons)
                                .param("elements", elements)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** Waiting steps that were due with the case are due with it still. */
    void dueMoved(CaseKey key, Instant before, Instant after) {
        jdbc.sql("update casework_work_item set due_at = ? where case_key = ? and ended_at is null and due_at = ?")
                .params(Columns.utc(after), key.toString(), Columns.utc(before))
                .update();
    }

    /** The same where the engine's lists say so. */
    void listedDueMoved(CaseKey key, Instant before, Instant after) {
        jdbc.sql("""
                        update casework_work_item_group set due_at = ?
                        where waits = 1 and due_at = ?
                            and task_id in (select task_id from casework_work_item where case_key = ?)
                        """)
                .params(Columns.utc(after), Columns.utc(before), key.toString())
                .update();
    }

    /** Sets until when a waiting step is due, here and in lists; false if it has ended. */
    boolean due(String taskId, Instant at) {
        boolean waits = jdbc.sql("update casework_work_item set due_at = ? where task_id = ? and ended_at is null")
                        .params(Columns.utc(at), taskId)
                        .update()
                == 1;
        if (waits) {
            jdbc.sql("update casework_work_item_group set due_at = ? where task_id = ?")
                    .params(Columns.utc(at), taskId)
                    .update();
        }
        return waits;
    }

    /** Waiting steps of that kind in any case, with the days on which they opened and are due. */
    List<Waiting> waitingAt(String element) {
        return jdbc.sql(
                        "select * from casework_work_item where element = ? and ended_at is null and due_at is not null")
                .param(element)
                .query(WorkItemTable::waiting)
                .list();
    }

    /** Waiting steps of a case that have a limit of their own: opinions that are asked for, and period reports. */
    List<Waiting> limited(CaseKey key) {
        return jdbc.sql("""
                        select * from casework_work_item
                        where case_key = ? and ended_at is null and due_at is not null
                            and (element = 'task_giveOpinion' or part is not null)
                        """).param(key.toString()).query(WorkItemTable::waiting).list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                CaseKey.of(row.getString("case_key")),
                row.getString("task_id"),
                day(Columns.instant(row, "opened_at")),
                day(Columns.instant(row, "due_at")));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BusinessClock.ZONE);
    }

    /**
     * @param key the case
     * @param taskId the step
     * @param openedOn since when it waits
     * @param dueOn until when
     */
    record Waiting(CaseKey key, String taskId, LocalDate openedOn, LocalDate dueOn) {}

    /** The steps of a case, oldest first. */
    List<WorkItem> of(CaseKey key) {
        return jdbc.sql(SELECT + " where w.case_key = ? order by w.opened_at, w.task_id")
                .param(key.toString())
                .query(WorkItemTable::read)
                .list();
    }

    Optional<WorkItem> find(String taskId) {
        return jdbc.sql(SELECT + " where w.task_id = ?")
                .param(taskId)
                .query(WorkItemTable::read)
                .optional();
    }

    private static WorkItem read(ResultSet row, int number) throws SQLException {
        return new WorkItem(
                row.getString("task_id"),
                CaseKey.of(row.getString("case_key")),
                row.getInt("run_number"),
                row.getString("process"),
                row.getString("element"),
                row.getString("name"),
                Columns.instant(row, "opened_at"),
                Columns.optionalInstant(row, "ended_at"),
                row.getString("completed_by"),
                row.getString("acting_for"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getObject("part", Integer.class));
    }
}
