package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

/** What was signalled of a deadline, how it moved, and the decisions about a case; only ever added to. */
@Repository
class DeadlineTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DeadlineTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The steps given for this deadline of the case; a moved deadline starts anew. */
    Set<Integer> signalled(CaseKey key, LocalDate dueOn) {
        return new HashSet<>(jdbc.sql("select step from casework_signal where case_key = ? and due_on = ?")
                .params(key.toString(), dueOn)
                .query(Integer.class)
                .list());
    }

    /** The same of all cases under way, for the deadlines in force. */
    Map<CaseKey, Set<Integer>> signalledUnderWay() {
        Map<CaseKey, Set<Integer>> steps = new HashMap<>();
        jdbc.sql("""
                        select s.case_key, s.step from casework_signal s
                        join casework_case c on c.case_key = s.case_key and c.due_on = s.due_on
                        where c.state in ('OPEN', 'SUSPENDED')
                        """).query(row -> {
            steps.computeIfAbsent(CaseKey.of(row.getString("case_key")), any -> new HashSet<>())
                    .add(row.getInt("step"));
        });
        return steps;
    }

    /** Notes steps as given; one that was given before breaks the key, so nobody is told twice. */
    void signal(CaseKey key, LocalDate dueOn, Collection<Integer> steps, Instant at) {
        batches.batchUpdate(
                "insert into casework_signal (case_key, due_on, step, signalled_at) values (?, ?, ?, ?)",
                steps.stream()
                        .map(step -> new Object[] {key.toString(), dueOn, step, Columns.utc(at)})
                        .toList());
    }

    void move(CaseKey key, DeadlineMove move) {
        jdbc.sql("""
                        insert into casework_deadline_move (case_key, cause, from_on, to_on, reason, moved_at, moved_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        key.toString(),
                        move.cause().name(),
                        move.from(),
                        move.to(),
                        move.reason(),
                        Columns.utc(move.at()),
                        move.by())
                .update();
    }

    List<DeadlineMove> moves(CaseKey key) {
        return jdbc.sql("select * from casework_deadline_move where case_key = ? order by id")
                .param(key.toString())
                .query((row, number) -> new DeadlineMove(
                        DeadlineMove.Cause.valueOf(row.getString("cause")),
                        Columns.date(row, "from_on"),
                        Columns.date(row, "to_on"),
                        row.getString("reason"),
                        Columns.instant(row, "moved_at"),
                        row.getString("moved_by")))
                .list();
    }

    void order(CaseKey key, CaseOrder order) {
        jdbc.sql("""
                        insert into casework_order (case_key, kind, document, reason, given_by, given_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        key.toString(),
                        order.kind().name(),
                        order.document(),
                        order.reason(),
                        order.by(),
                        Columns.utc(order.at()))
                .update();
    }

    List<CaseOrder> orders(CaseKey key) {
        return jdbc.sql("select * from casework_order where case_key = ? order by id")
                .param(key.toString())
                .query((row, number) -> new CaseOrder(
                        CaseOrder.Kind.valueOf(row.getString("kind")),
                        row.getString("document"),
                        row.getString("reason"),
                        row.getString("given_by"),
                        Columns.instant(row, "given_at")))
                .list();
    }

    /** When the case was suspended last, or null if it never was. */
    @Nullable Instant lastSuspension(CaseKey key) {
        return orders(key).stream()
                .filter(order -> order.kind() == CaseOrder.Kind.SUSPEND)
                .reduce((first, second) -> second)
                .map(CaseOrder::at)
                .orElse(null);
    }

    void delegate(Delegation delegation) {
        jdbc.sql("""
                        insert into casework_delegation (from_on, to_on, document, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        delegation.from(),
                        delegation.to(),
                        delegation.document(),
                        delegation.by(),
                        Columns.utc(delegation.at()))
                .update();
    }

    List<Delegation> delegations() {
        return jdbc.sql("select * from casework_delegation order by id")
                .query((row, number) -> new Delegation(
                        Columns.date(row, "from_on"),
                        Columns.date(row, "to_on"),
                        row.getString("document"),
                        row.getString("recorded_by"),
                        Columns.instant(row, "recorded_at")))
                .list();
    }
}
