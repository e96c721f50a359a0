package vn.giaoviec.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.OnMariaDb;

/** What a MariaDB server may have set wrongly, found on a real one. */
@OnMariaDb
class ServerChecksTest {
    private static final String RIGHT = "?transactionIsolation=READ-COMMITTED";
    private static final Map<String, String> REACH = MariaDbServer.freshDatabase("readiness");

    private JdbcTemplate tables;

    @BeforeEach
    void anEmptyDatabase() {
        tables = new JdbcTemplate(pool(RIGHT));
        tables.execute("drop table if exists ACT_RU_TRIAL");
    }

    @Test
    void aServerAsOursIsFit() {
        assertThat(problems(RIGHT)).isEmpty();
    }

    @Test
    void aPoolWithAnotherIsolation() {
        assertThat(problems("?transactionIsolation=REPEATABLE-READ")).containsExactly("startUp.poolIsolation");
    }

    @Test
    void aServerWithAnotherIsolation() throws SQLException {
        whileServerHas(
                "transaction_isolation = 'REPEATABLE-READ'",
                "transaction_isolation = 'READ-COMMITTED'",
                () -> assertThat(problems(RIGHT)).containsExactly("startUp.serverIsolation"));
    }

    @Test
    void aSessionInAnotherZone() {
        assertThat(problems(RIGHT + "&sessionVariables=time_zone='+00:00'")).containsExactly("startUp.sessionZone");
    }

    @Test
    void tablesThatLoseCharacters() {
        tables.execute("create table ACT_RU_TRIAL (NAME_ varchar(20)) character set utf8mb3");
        assertThat(problems(RIGHT)).containsExactly("startUp.threeByteTables");
    }

    @Test
    void timestampsThatChangeByThemselves() throws SQLException {
        whileServerHas(
                "explicit_defaults_for_timestamp = OFF",
                "explicit_defaults_for_timestamp = ON",
                () -> assertThat(problems(RIGHT)).containsExactly("startUp.implicitTimestamps"));
    }

    @Test
    void allAtOnce() {
        tables.execute("create table ACT_RU_TRIAL (NAME_ varchar(20)) character set utf8mb3");
        assertThat(problems("?transactionIsolation=SERIALIZABLE&sessionVariables=time_zone='+00:00'"))
                .containsExactly("startUp.poolIsolation", "startUp.sessionZone", "startUp.threeByteTables");
    }

    private static Stream<String> problems(String settings) {
        ServerQuery server = new ServerQuery(pool(settings));
        return Stream.of(
                        new IsolationCheck(server),
                        new TimeZoneCheck(server, Clock.systemUTC()),
                        new ServerSettingsCheck(server))
                .flatMap(check -> check.problems().stream())
                .map(Problem::key);
    }

    private static DriverManagerDataSource pool(String settings) {
        return new DriverManagerDataSource(
                REACH.get("GIAOVIEC_DATABASE_URL") + settings,
                String.valueOf(REACH.get("GIAOVIEC_DATABASE_USER")),
                String.valueOf(REACH.get("GIAOVIEC_DATABASE_PASSWORD")));
    }

    private static void whileServerHas(String wrong, String right, Runnable look) throws SQLException {
        try (Connection root = MariaDbServer.root();
                Statement statement = root.createStatement()) {
            statement.execute("set global " + wrong);
            try {
                look.run();
            } finally {
                statement.execute("set global " + right);
            }
        }
    }
}
