package vn.giaoviec.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

@Repository
class BulkOrderTable {
    private static final String ORDERS = """
            select o.*, count(i.case_key) as cases, count(i.done_at) as done, count(i.obstacle) as held
            from casework_bulk_order o
            left join casework_bulk_item i on i.bulk_order = o.id
            %s
            group by o.id, o.kind, o.plan_year, o.from_unit, o.to_unit, o.due_on, o.document, o.reason, o.ordered_by,
                o.ordered_at
            order by o.id desc
            limit 20
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    BulkOrderTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    long insert(BulkOrder order, Collection<CaseKey> keys) {
        KeyHolder made = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into casework_bulk_order
                            (kind, plan_year, from_unit, to_unit, due_on, document, reason, ordered_by, ordered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        order.kind().name(),
                        order.year(),
                        order.fromUnit(),
                        order.toUnit(),
                        order.dueOn(),
                        order.document(),
                        order.reason(),
                        order.by(),
                        Columns.utc(order.at()))
                .update(made, "id");
        Number id = made.getKey();
        if (id == null) {
            throw new IllegalStateException("no number for an order");
        }
        batches.batchUpdate(
                "insert into casework_bulk_item (bulk_order, case_key) values (?, ?)",
                keys.stream()
                        .map(key -> new Object[] {id.longValue(), key.toString()})
                        .toList());
        return id.longValue();
    }

    Optional<BulkOrder> find(long id) {
        return jdbc.sql(ORDERS.formatted("where o.id = ?"))
                .param(id)
                .query(BulkOrderTable::read)
                .optional();
    }

    List<BulkOrder> newest(BulkOrder.Kind kind) {
        return jdbc.sql(ORDERS.formatted("where o.kind = ?"))
                .param(kind.name())
                .query(BulkOrderTable::read)
                .list();
    }

    /** Whether it was ordered before that this unit's cases go. */
    boolean merged(String unit) {
        return jdbc.sql("select count(*) from casework_bulk_order where kind = 'MERGE' and from_unit = ?")
                        .param(unit)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Cases whose turn has not come, in the order of their keys. */
    List<CaseKey> next(long id, int most) {
        return jdbc.sql("""
                        select case_key from casework_bulk_item
                        where bulk_order = ? and done_at is null and obstacle is null
                        order by case_key
                        limit ?
                        """)
                .params(id, most)
                .query((row, number) -> CaseKey.of(row.getString("case_key")))
                .list();
    }

    void done(long id, CaseKey key, Instant at) {
        jdbc.sql("update casework_bulk_item set done_at = ? where bulk_order = ? and case_key = ?")
                .params(Columns.utc(at), id, key.toString())
                .update();
    }

    void held(long id, CaseKey key, BulkOrder.Obstacle obstacle) {
        jdbc.sql("update casework_bulk_item set obstacle = ? where bulk_order = ? and case_key = ?")
                .params(obstacle.name(), id, key.toString())
                .update();
    }

    List<BulkOrder.Held> held(long id) {
        return jdbc.sql("""
                        select case_key, obstacle from casework_bulk_item
                        where bulk_order = ? and obstacle is not null
                        order by case_key
                        """)
                .param(id)
                .query((row, number) -> new BulkOrder.Held(
                        CaseKey.of(row.getString("case_key")), BulkOrder.Obstacle.valueOf(row.getString("obstacle"))))
                .list();
    }

    /** What could not be done has its turn again. */
    void retry(long id) {
        jdbc.sql("update casework_bulk_item set obstacle = null where bulk_order = ?")
                .param(id)
                .update();
    }

    private static BulkOrder read(ResultSet row, int number) throws SQLException {
        return new BulkOrder(
                row.getLong("id"),
                BulkOrder.Kind.valueOf(row.getString("kind")),
                row.getObject("plan_year", Integer.class),
                row.getString("from_unit"),
                row.getString("to_unit"),
                row.getObject("due_on", LocalDate.class),
                row.getString("document"),
                row.getString("reason"),
                row.getString("ordered_by"),
                Columns.instant(row, "ordered_at"),
                row.getInt("cases"),
                row.getInt("done"),
                row.getInt("held"));
    }
}
