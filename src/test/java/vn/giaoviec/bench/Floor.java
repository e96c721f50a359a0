package vn.giaoviec.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.testing.MariaDbServer;

/**
 * What such durability costs at the least: the same number of transactions as the peer's lifecycle has, each of which
 * changes one row of an item and adds one row of what happened. Nothing is asked, nothing is checked.
 */
final class Floor implements Side, AutoCloseable {
    private final String schema;
    private final Map<String, String> reach;
    private final Map<Integer, Connection> connections = new ConcurrentHashMap<>();
    private final AtomicLong finished = new AtomicLong();

    Floor(String schema) throws SQLException {
        this.schema = schema;
        reach = MariaDbServer.freshDatabase(schema);
        try (Connection connection = connect();
                Statement tables = connection.createStatement()) {
            tables.execute("create table item (id bigint auto_increment primary key, code varchar(64) not null,"
                    + " unit varchar(16) not null, step varchar(64) not null, assignee varchar(64), outcome varchar(64),"
                    + " due_on date not null, key by_unit (unit, step))");
            tables.execute("create table item_event (id bigint auto_increment primary key, item bigint not null,"
                    + " person varchar(64) not null, happened varchar(64) not null, at datetime(3) not null,"
                    + " words varchar(4000), key by_item (item))");
            connection.commit();
        }
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public String account() {
        return schema;
    }

    @Override
    public void ready(int threads, int blocks) {
        for (int thread = 0; thread < threads; thread++) {
            connections.computeIfAbsent(thread, any -> connect());
        }
    }

    @Override
    public void block(int thread) {
        Connection connection = connections.get(thread);
        String unit = Ours.unit(thread);
        try {
            for (int i = 0; i < BLOCK; i++) {
                long item = insert(connection, unit);
                for (Step step : Step.spine(unit)) {
                    String doer = step.doer(unit);
                    if (!doer.startsWith("officer")) {
                        update(connection, item, step, doer, "claimed", null);
                    }
                    update(connection, item, step, doer, "completed", Step.WORDS);
                }
                finished.incrementAndGet();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long insert(Connection connection, String unit) throws SQLException {
        long item;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into item (code, unit, step, due_on) values ('T-00001', ?, 'start', '2099-06-30')",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, unit);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                item = keys.getLong(1);
            }
        }
        event(connection, item, Step.OFFICE, "opened", null);
        connection.commit();
        return item;
    }

    private static void update(
            Connection connection, long item, Step step, String doer, String what, @Nullable String words)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update item set step = ?, assignee = ?, outcome = ? where id = ?")) {
            update.setString(1, step.element());
            update.setString(2, doer);
            update.setString(3, step.option());
            update.setLong(4, item);
            update.executeUpdate();
        }
        event(connection, item, doer, what, words);
        connection.commit();
    }

    private static void event(Connection connection, long item, String person, String what, @Nullable String words)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into item_event (item, person, happened, at, words) values (?, ?, ?, now(3), ?)")) {
            insert.setLong(1, item);
            insert.setString(2, person);
            insert.setString(3, what);
            insert.setString(4, words);
            insert.executeUpdate();
        }
    }

    private Connection connect() {
        try {
            Connection connection = DriverManager.getConnection(
                    reach.get("GIAOVIEC_DATABASE_URL") + "?useServerPrepStmts=true",
                    reach.get("GIAOVIEC_DATABASE_USER"),
                    reach.get("GIAOVIEC_DATABASE_PASSWORD"));
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public long finished() {
        return finished.get();
    }

    /** How many transactions that were. */
    static int transactions() {
        List<Step> steps = Step.spine(Ours.unit(0));
        return 1
                + steps.size()
                + (int) steps.stream()
                        .filter(step -> !step.person().startsWith("officer"))
                        .count();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
