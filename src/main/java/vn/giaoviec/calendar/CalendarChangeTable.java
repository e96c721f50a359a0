package vn.giaoviec.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/** Which changes of the calendar were applied. */
@Repository
class CalendarChangeTable {
    private final JdbcClient jdbc;

    CalendarChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was agreed to under that name, if it was applied. */
    Optional<String> seen(UUID command) {
        return jdbc.sql("select seen from calendar_change where command = ?")
                .param(command.toString())
                .query(String.class)
                .optional();
    }

    void applied(UUID command, String seen, String person, Instant at) {
        jdbc.sql("insert into calendar_change (command, seen, person, applied_at) values (?, ?, ?, ?)")
                .params(command.toString(), seen, person, Columns.utc(at))
                .update();
    }
}
