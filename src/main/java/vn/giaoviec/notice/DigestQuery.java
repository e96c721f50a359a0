package vn.giaoviec.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.directory.Groups;

/** What digests are made of, for everybody at once: the number of statements does not grow with the number of people. */
@Repository
class DigestQuery {
    private final JdbcClient jdbc;

    DigestQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the latest notice; what is written later waits for the next digest. */
    long latest() {
        return jdbc.sql("select coalesce(max(id), 0) from notice_notice")
                .query(Long.class)
                .single();
    }

    /** Deadlines that wait for a digest; of open cases only, since the others have been settled. */
    List<PendingDeadline> deadlines(long latest) {
        return jdbc.sql("""
                        select n.recipient, n.case_key from notice_notice n
                        join v_case c on c.case_key = n.case_key and c.state = 'OPEN'
                        where n.digest_on is null and n.kind = 'DEADLINE' and n.id <= ?
                        """)
                .param(latest)
                .query((row, number) -> new PendingDeadline(row.getString("recipient"), row.getString("case_key")))
                .list();
    }

    /** Returns that were neither read nor in a digest, and whose step still waits. */
    List<PendingReturn> returns(long latest) {
        return jdbc.sql("""
                        select n.recipient, n.case_key, c.assignment, c.title_vi, c.unit_short_name, w.name
                        from notice_notice n
                        join v_case c on c.case_key = n.case_key and c.state = 'OPEN'
                        join v_work_item w on w.task_id = n.task_id and w.ended_at is null
                        where n.digest_on is null and n.read_at is null and n.kind = 'RETURNED' and n.id <= ?
                        order by n.id
                        """)
                .param(latest)
                .query((row, number) -> new PendingReturn(
                        row.getString("recipient"),
                        new Digest.Returned(
                                row.getString("case_key"),
                                row.getString("assignment"),
                                row.getString("title_vi"),
                                row.getString("unit_short_name"),
                                row.getString("name"))))
                .list();
    }

    /** Open steps that nobody has taken, the oldest first. */
    List<Digest.Waiting> waiting() {
        return jdbc.sql("""
                        select case_key, assignment, title_vi, unit_short_name, name, group_id
                        from v_open_work_item
                        where officer is null and (group_id like :heads or group_id like :staff or group_id in (:roles))
                        order by opened_at, task_id
                        """)
                .param("heads", Groups.head("%"))
                .param("staff", Groups.staff("%"))
                .param("roles", List.of(Groups.PLAN_OFFICE, Groups.LEADER))
                .query((row, number) -> new Digest.Waiting(
                        row.getString("case_key"),
                        row.getString("assignment"),
                        row.getString("title_vi"),
                        row.getString("unit_short_name"),
                        row.getString("name"),
                        row.getString("group_id")))
                .list();
    }

    /** Everything that waited for a digest has been told, or is past telling. */
    void told(Collection<String> people, long latest, LocalDate day) {
        jdbc.sql("""
                        update notice_notice set digest_on = :day
                        where digest_on is null and recipient in (:people) and id <= :latest
                        """)
                .param("day", day)
                .param("people", people)
                .param("latest", latest)
                .update();
    }

    record PendingDeadline(String recipient, String caseKey) {}

    record PendingReturn(String recipient, Digest.Returned returned) {}
}
