package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;
import vn.giaoviec.shared.web.Slice;

/** What waits for a person, from our own picture of the open steps: one statement whatever the number of groups. */
@Repository
class MyWorkQuery {
    /** The person's own groups, and those of whom they stand in for that day, each with whose assigned steps go with it. */
    private static final String WAITS = """
            from v_waiting w
            join (
                select group_id, person from v_member where person = :person
                union
                select group_id, person from v_stand_in
                where substitute = :person and from_on <= :today and to_on >= :today
            ) reach on reach.group_id = w.group_id and (w.officer is null or w.officer = reach.person)
            """;

    private static final String WAITING = """
            select
                w.task_id, w.case_key, w.process, w.element, w.name, w.due_at, c.title_vi, c.title_en,
                c.unit_short_name, w.part
            from (
                select distinct w.task_id, w.due_at, w.opened_at
            """ + WAITS + """
                %s
                order by w.due_at, w.opened_at, w.task_id
                limit :most offset :skipped
            ) first
            join v_work_item w on w.task_id = first.task_id
            join v_case c on c.case_key = w.case_key
            order by first.due_at, first.opened_at, first.task_id
            """;

    private static final String ALL = WAITING.formatted("");
    private static final String IN_GROUPS = WAITING.formatted("where w.group_id in (:wanted)");
    private static final String DUE =
            "select distinct w.task_id, w.due_at " + WAITS + " where w.task_id in (:tasks) and w.due_at is not null";

    private final JdbcClient jdbc;

    MyWorkQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What waits for a person that day.
     *
     * @param asked which piece of it, of how many steps
     */
    Waits of(String person, LocalDate today, Slice asked) {
        Waits found = waiting(jdbc.sql(ALL), person, today, asked);
        return found.isBeyond() ? of(person, today, asked.first()) : found;
    }

    /** What waits for a person that day in some groups; in those that are not theirs to work nothing does. */
    Waits of(String person, Collection<String> wanted, LocalDate today, Slice asked) {
        Waits found = waiting(jdbc.sql(IN_GROUPS).param("wanted", wanted), person, today, asked);
        return found.isBeyond() ? of(person, wanted, today, asked.first()) : found;
    }

    private static Waits waiting(JdbcClient.StatementSpec statement, String person, LocalDate today, Slice asked) {
        List<Waiting> found = statement
                .param("person", person)
                .param("today", today)
                .param("most", asked.size() + 1)
                .param("skipped", asked.skipped())
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
        return new Waits(found.stream().limit(asked.size()).toList(), asked.page(), found.size() > asked.size());
    }

    /** Until when those of these steps are due that the person may work that day; steps without a date are missing. */
    Map<String, Instant> due(Collection<String> taskIds, String person, LocalDate today) {
        Map<String, Instant> due = new LinkedHashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql(DUE)
                    .param("tasks", taskIds)
                    .param("person", person)
                    .param("today", today)
                    .query(row -> {
                        due.put(row.getString("task_id"), Columns.instant(row, "due_at"));
                    });
        }
        return due;
    }

    /**
     * The steps that wait for the reader.
     *
     * @param steps some of them, those due first at the top
     * @param page which piece of all these are, from 1
     * @param more whether others come after them
     */
    record Waits(List<Waiting> steps, long page, boolean more) {
        /** Whether it is a page that is not there: something was done meanwhile, or the address is made up. */
        private boolean isBeyond() {
            return steps.isEmpty() && page > 1;
        }
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
