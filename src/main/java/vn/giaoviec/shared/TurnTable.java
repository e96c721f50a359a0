package vn.giaoviec.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows whose locks are the turns. */
@Repository
class TurnTable {
    private final JdbcClient jdbc;

    TurnTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean lock(String name) {
        return jdbc.sql("select name from shared_turn where name = ? for update wait 30")
                .param(name)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
