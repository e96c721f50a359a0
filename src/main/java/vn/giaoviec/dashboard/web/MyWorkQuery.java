package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;
import vn.giaoviec.shared.Union;
import vn.giaoviec.shared.web.Piece;
import vn.giaoviec.shared.web.Slice;

/** What waits for a person, from our own picture of the open steps: one statement whatever the number of groups. */
@Repository
class MyWorkQuery {
    private static final String WAITING = """
            select
                w.task_id, w.case_key, w.process, w.element, w.name, w.due_at, c.title_vi, c.title_en,
                c.unit_short_name, w.part
            from (
                select task_id, due_at, opened_at from (%s) of_all
                order by due_at, opened_at desc, task_id
                limit :most offset :skipped
            ) first
            join v_work_item w on w.task_id = first.task_id
            join v_case c on c.case_key = w.case_key
            order by first.due_at, first.opened_at desc, first.task_id
            """;

    /** What nobody has been given, by the day of Tasklist's lists and along their index. */
    private static final String OF_GROUP = """
            select task_id, listed_due_at as due_at, opened_at from v_waiting
            where group_id = :group%d and officer is null
            order by listed_due_at, opened_at desc, task_id
            limit :upTo
            """;

    /** What the person has been given, which may be due on an earlier day of theirs. */
    private static final String OWN = """
            select distinct task_id, due_at, opened_at from v_waiting
            where officer = :person and group_id in (:groups)
            order by due_at, opened_at desc, task_id
            limit :upTo
            """;

    /** What waits for those in whose place the person stands that day, by the same days as above. */
    private static final String OF_OTHERS = """
            select distinct
                w.task_id, case when w.officer is null then w.listed_due_at else w.due_at end as due_at, w.opened_at
            from v_stand_in away
            join v_waiting w on w.group_id = away.group_id and (w.officer is null or w.officer = away.person)
            where away.substitute = :person and away.from_on <= :today and away.to_on >= :today %s
            order by due_at, opened_at desc, task_id
            limit :upTo
            """;

    private static final String OF_ALL_OTHERS = OF_OTHERS.formatted("");
    private static final String OF_OTHERS_THERE = OF_OTHERS.formatted("and w.group_id in (:wanted)");

    private static final String DUE = """
            select distinct w.task_id, w.due_at
            from v_waiting w
            join (
                select group_id, person from v_member where person = :person
                union
                select group_id, person from v_stand_in
                where substitute = :person and from_on <= :today and to_on >= :today
            ) reach on reach.group_id = w.group_id and (w.officer is null or w.officer = reach.person)
            where w.task_id in (:tasks) and w.due_at is not null
            """;

    private final JdbcClient jdbc;

    MyWorkQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What waits for a person that day.
     *
     * @param asked which piece of it, of how many steps
     */
    Piece<Waiting> of(Person person, LocalDate today, Slice asked) {
        return of(person, person.groups(), OF_ALL_OTHERS, today, asked);
    }

    /** What waits for a person that day in some groups; in those that are not theirs to work nothing does. */
    Piece<Waiting> of(Person person, Collection<String> wanted, LocalDate today, Slice asked) {
        return of(person, wanted, OF_OTHERS_THERE, today, asked);
    }

    private Piece<Waiting> of(Person person, Collection<String> wanted, String ofOthers, LocalDate today, Slice asked) {
        List<String> groups =
                person.groups().stream().filter(wanted::contains).sorted().toList();
        List<String> questions = new ArrayList<>(Union.each(OF_GROUP, groups));
        questions.add(OWN);
        questions.add(ofOthers);
        JdbcClient.StatementSpec statement = jdbc.sql(
                        WAITING.formatted(Union.of("task_id, due_at, opened_at", questions)))
                .params(Union.named("group", groups))
                .param("person", person.id())
                .param("today", today)
                .param("groups", groups.isEmpty() ? Set.of("") : groups)
                .param("wanted", wanted.isEmpty() ? Set.of("") : wanted);
        return asked.read((most, skipped) -> statement
                .param("upTo", most + skipped)
                .param("most", most)
                .param("skipped", skipped)
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
                .list());
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
