package vn.giaoviec.readiness;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.calendar.BusinessClock;

/** What the database server says of itself. It takes the pool as it is, since every other client waits for the checks. */
@Repository
class ServerQuery {
    private final JdbcTemplate connections;
    private final JdbcClient jdbc;

    ServerQuery(DataSource pool) {
        this.connections = new JdbcTemplate(pool);
        this.jdbc = JdbcClient.create(pool);
    }

    /** Whether it is MariaDB; the embedded database has none of the settings asked for here. */
    boolean isMariaDb() {
        return "MariaDB".equals(ask(connection -> connection.getMetaData().getDatabaseProductName()));
    }

    /** The isolation of a connection of the pool, as {@link java.sql.Connection} numbers it. */
    int isolation() {
        return ask(connection -> connection.getTransactionIsolation());
    }

    String globalIsolation() {
        return jdbc.sql("select @@global.transaction_isolation")
                .query(String.class)
                .single();
    }

    boolean explicitTimestamps() {
        return jdbc.sql("select @@global.explicit_defaults_for_timestamp")
                .query(Boolean.class)
                .single();
    }

    /** How far the session's local time is from UTC. */
    Duration sessionOffset() {
        return Duration.ofSeconds(jdbc.sql("select timestampdiff(second, utc_timestamp(), now())")
                .query(Long.class)
                .single());
    }

    /** The engine's tables with a column that holds no four-byte characters. */
    List<String> threeByteTables() {
        return jdbc.sql("""
                        select distinct table_name from information_schema.columns
                        where table_schema = database() and lower(table_name) like 'act\\_%'
                            and character_set_name = 'utf8mb3'
                        order by table_name
                        """).query(String.class).list();
    }

    /** The server's time of day, read in the province's zone: a session with another zone shows as hours of skew. */
    Instant now() {
        return jdbc.sql("select now(6)")
                .query((row, number) -> row.getObject(1, LocalDateTime.class))
                .single()
                .atZone(BusinessClock.ZONE)
                .toInstant();
    }

    private <T> T ask(ConnectionCallback<T> question) {
        T answer = connections.execute(question);
        if (answer == null) {
            throw new IllegalStateException("the driver does not say");
        }
        return answer;
    }
}
