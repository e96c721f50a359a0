package vn.giaoviec.calendar;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row that remembers how far the demo's calendar stands from real time. */
@Repository
class DemoClockTable {
    private final JdbcClient jdbc;

    DemoClockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Duration> offset() {
        return jdbc.sql("select offset_millis from calendar_demo_clock where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    /** Of nodes that start together, the first one's offset stays. */
    void start(Duration offset) {
        jdbc.sql("""
                        insert into calendar_demo_clock (id, offset_millis) values (1, ?)
                        on duplicate key update offset_millis = offset_millis""").param(offset.toMillis()).update();
    }

    void move(Duration offset) {
        jdbc.sql("update calendar_demo_clock set offset_millis = ? where id = 1")
                .param(offset.toMillis())
                .update();
    }
}
