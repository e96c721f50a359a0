package vn.giaoviec.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

@Repository
class NoticeTable {
    private static final int MOST_SHOWN = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    NoticeTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The active members of groups, and who stands in for them that day, who have not been told of that event. */
    List<String> members(Collection<String> groups, LocalDate today, Event event) {
        return groups.isEmpty()
                ? List.of()
                : untold("""
                        select m.person from v_member m where m.group_id in (:groups)
                        union
                        select s.substitute from v_stand_in s
                        where s.group_id in (:groups) and s.from_on <= :today and s.to_on >= :today
                        """, today, event)
                        .param("groups", groups)
                        .query(String.class)
                        .list();
    }

    /** One member of these groups, and who stands in for that one that day. */
    List<String> member(String person, Collection<String> groups, LocalDate today, Event event) {
        return untold("""
                        select p.id as person from directory_person p where p.id = :person
                        union
                        select s.substitute from v_stand_in s
                        where s.person = :person and s.group_id in (:groups)
                            and s.from_on <= :today and s.to_on >= :today
                        """, today, event)
                .param("person", person)
                .param("groups", groups)
                .query(String.class)
                .list();
    }

    /**
     * The heads of the unit, and the officer who has the case as long as they work there; and who stands in for any of them that
     * day.
     */
    List<String> unit(CaseKey key, LocalDate today, Event event) {
        return untold("""
                        select m.person from v_member m
                        where m.group_id = :head
                            or m.group_id = :staff
                                and m.person = (select officer from v_case_due where case_key = :case)
                        union
                        select s.substitute from v_stand_in s
                        where s.from_on <= :today and s.to_on >= :today
                            and (s.group_id = :head
                                or s.group_id = :staff
                                    and s.person = (select officer from v_case_due where case_key = :case))
                        """, today, event)
                .param("head", Groups.head(key.unit()))
                .param("staff", Groups.staff(key.unit()))
                .param("case", key.toString())
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec untold(String people, LocalDate today, Event event) {
        return jdbc.sql("""
                        select t.person from (%s) t
                        where not exists (
                            select 1 from notice_notice n
                            where n.event = :event and n.recipient = t.person and n.kind = :kind)
                        """.formatted(people))
                .param("today", today)
                .param("event", event.name())
                .param("kind", event.kind().name());
    }

    void insert(Event event, Collection<String> recipients, Instant at) {
        batches.batchUpdate(
                """
                insert into notice_notice
                    (event, recipient, kind, case_key, task_id, due_on, step, letter, noticed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                recipients.stream()
                        .map(recipient -> new Object[] {
                            event.name(),
                            recipient,
                            event.kind().name(),
                            event.caseKey().toString(),
                            event.taskId(),
                            event.dueOn(),
                            event.step(),
                            event.letter(),
                            Columns.utc(at)
                        })
                        .toList());
    }

    /** The latest notices of a person, newest first. */
    List<Notice> of(String person) {
        return jdbc.sql("""
                        select
                            n.id, n.kind, n.case_key, n.due_on, n.letter, n.noticed_at, n.read_at,
                            c.assignment, c.title_vi, c.title_en, c.unit_short_name, w.process, w.element, w.name
                        from notice_notice n
                        join v_case c on c.case_key = n.case_key
                        left join v_work_item w on w.task_id = n.task_id
                        where n.recipient = ?
                        order by n.id desc
                        limit ?
                        """).params(person, MOST_SHOWN).query(NoticeTable::read).list();
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getString("case_key"),
                row.getString("assignment"),
                Columns.text(row, "title"),
                row.getString("unit_short_name"),
                row.getString("process"),
                row.getString("element"),
                row.getString("name"),
                row.getObject("due_on", LocalDate.class),
                row.getString("letter"),
                Columns.instant(row, "noticed_at"),
                row.getObject("read_at") == null);
    }

    /** Removes notices read before then, as many as that at most, and returns how many these were. */
    int forget(Instant readBefore, int most) {
        return jdbc.sql("delete from notice_notice where read_at < ? limit ?")
                .params(Columns.utc(readBefore), most)
                .update();
    }

    int unread(String person) {
        return jdbc.sql("select count(*) from notice_notice where recipient = ? and read_at is null")
                .param(person)
                .query(Integer.class)
                .single();
    }

    void read(String person, long first, long last, Instant at) {
        jdbc.sql("""
                        update notice_notice set read_at = ?
                        where recipient = ? and read_at is null and id between ? and ?
                        """).params(Columns.utc(at), person, first, last).update();
    }

    /**
     * What happened, to whomever it is told.
     *
     * @param name names it, the same whenever it is told
     * @param kind what kind of event
     * @param caseKey the case
     * @param taskId the step that waits again, or null
     * @param dueOn the deadline, or null
     * @param step working days after it, or null
     * @param letter the letter that urges, or null
     */
    record Event(
            String name,
            Notice.Kind kind,
            CaseKey caseKey,
            @Nullable String taskId,
            @Nullable LocalDate dueOn,
            @Nullable Integer step,
            @Nullable String letter) {}
}
