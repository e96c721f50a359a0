package vn.giaoviec.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.directory.Groups;

/** What digests are made of, for everybody at once: the number of statements does not grow with the number of people. */
@Repository
class DigestQuery {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    DigestQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The numbers of the notices that wait for a digest, by recipient. Asked for first: what is committed later, with
     * whatever number, waits for the next digest, and is rather told twice than not at all.
     */
    Map<String, List<Long>> pending() {
        Map<String, List<Long>> pending = new HashMap<>();
        jdbc.sql("select id, recipient from notice_notice where digest_on is null")
                .query(row -> {
                    pending.computeIfAbsent(row.getString("recipient"), any -> new ArrayList<>())
                            .add(row.getLong("id"));
                });
        return pending;
    }

    /** Deadlines that wait for a digest; of open cases only, since the others have been settled. */
    List<PendingDeadline> deadlines() {
        return jdbc.sql("""
                        select n.recipient, n.case_key from notice_notice n
                        join v_case c on c.case_key = n.case_key and c.state = 'OPEN'
                        where n.digest_on is null and n.kind = 'DEADLINE'
                        """)
                .query((row, number) -> new PendingDeadline(row.getString("recipient"), row.getString("case_key")))
                .list();
    }

    /** Returns that were neither read nor in a digest, and whose step still waits. */
    List<PendingReturn> returns() {
        return jdbc.sql("""
                        select n.recipient, n.case_key, c.assignment, c.title_vi, c.unit_short_name, w.name
                        from notice_notice n
                        join v_case c on c.case_key = n.case_key and c.state = 'OPEN'
                        join v_work_item w on w.task_id = n.task_id and w.ended_at is null
                        where n.digest_on is null and n.read_at is null and n.kind = 'RETURNED'
                        order by n.id
                        """)
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

    /** These have been told, or are past telling. */
    void told(List<Long> ids, LocalDate day) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            jdbc.sql("update notice_notice set digest_on = :day where digest_on is null and id in (:ids)")
                    .param("day", day)
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .update();
        }
    }

    record PendingDeadline(String recipient, String caseKey) {}

    record PendingReturn(String recipient, Digest.Returned returned) {}
}
