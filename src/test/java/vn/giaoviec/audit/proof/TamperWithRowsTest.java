package vn.giaoviec.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TestDatabase;

/**
 * Somebody changes one value, or removes or repeats one row, in the engine's history or in the tables of a case; each in
 * a transaction that is rolled back after it was verified. Every column for which the ledger vouches has its turn.
 */
@EngineTest
class TamperWithRowsTest {
    /** The whole campaign makes each change in every case that there is. */
    private static final int CHANGES = Boolean.getBoolean("giaoviec.campaign") ? Integer.MAX_VALUE : 60;

    @Autowired
    Province province;

    @Autowired
    DataSource database;

    private final List<String> cases = new ArrayList<>();

    @BeforeEach
    void aYearsWork() {
        for (int i = 0; i < 3; i++) {
            CaseDriver driver = province.opens(AnAssignment.of("resources"))
                    .begins()
                    .does("task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed")
                    .does("task_approveLevel", "task_carryOut", "task_submit", "task_approve=approved")
                    .does("task_accept=accepted");
            cases.add(driver.key().toString());
        }
    }

    @Test
    void everyChangeIsFoundAndItsRowIsNamed() throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (Connection connection = TestDatabase.forger(database)) {
            for (String caseKey : cases) {
                for (Rows.Table table : Rows.tables()) {
                    changes.addAll(changes(connection, table, caseKey));
                }
            }
            assertThat(changes.stream().map(change -> change.table.name()).distinct())
                    .as("tables in which the cases lie")
                    .hasSizeGreaterThan(15);
            Collections.shuffle(changes, new Random(20_240_115));
            integrity(connection, false);
            try {
                for (Change change : changes.subList(0, Math.min(CHANGES, changes.size()))) {
                    isFound(connection, change);
                }
            } finally {
                integrity(connection, true);
            }
        }
    }

    private void isFound(Connection connection, Change change) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Finding.Kind kind = change.make(connection);
            assertThat(Verification.of(connection, List.of(), null).findings())
                    .filteredOn(finding -> finding.kind().name().startsWith("ROW_"))
                    .as(change.toString())
                    .contains(new Finding(kind, change.place()))
                    .allSatisfy(finding ->
                            assertThat(finding.place()).containsAnyOf(change.caseKey, "ACT_HI_PROCINST " + change.id));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** One row of the table is chosen; each of its columns, its removal and its repetition are a change. */
    private static List<Change> changes(Connection connection, Rows.Table table, String caseKey) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(table.byCase())) {
            query.setString(1, caseKey);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String id = row.getString("id");
                    if (changes.isEmpty() || row.getRow() % 5 == 0) {
                        for (String column : table.columns()) {
                            changes.add(new Change(table, caseKey, id, column));
                        }
                        changes.add(new Change(table, caseKey, id, ""));
                    }
                }
            }
        }
        return changes;
    }

    private static void integrity(Connection connection, boolean on) throws SQLException {
        boolean mariaDb = connection.getMetaData().getDatabaseProductName().equals("MariaDB");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    mariaDb
                            ? "set foreign_key_checks = " + (on ? 1 : 0)
                            : "set referential_integrity " + (on ? "true" : "false"));
        }
    }

    /**
     * One thing that somebody does.
     *
     * @param column that gets another value; empty if the row is removed
     */
    private record Change(Rows.Table table, String caseKey, String id, String column) {
        Finding.Kind make(Connection connection) throws SQLException {
            String key = table.id().substring(table.id().indexOf('.') + 1);
            if (column.isEmpty()) {
                update(connection, "delete from " + table.name() + " where " + key + " = ?", id);
                return Finding.Kind.ROW_MISSING;
            }
            update(
                    connection,
                    "update " + table.name() + " set " + column + " = ? where " + key + " = ? limit 1",
                    another(connection, key),
                    id);
            // the case's history is looked for by the key of its root
            return column.equals("BUSINESS_KEY_") || column.equals("ROOT_PROC_INST_ID_")
                    ? Finding.Kind.ROW_MISSING
                    : Finding.Kind.ROW_CHANGED;
        }

        private Object another(Connection connection, String key) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(
                    "select " + column + " from " + table.name() + " where " + key + " = ?")) {
                query.setString(1, id);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    ResultSetMetaData type = row.getMetaData();
                    return switch (type.getColumnType(1)) {
                        case Types.TIMESTAMP -> Timestamp.valueOf("2001-02-03 04:05:06");
                        case Types.DATE -> java.sql.Date.valueOf("2001-02-03");
                        case Types.BIT, Types.BOOLEAN -> !row.getBoolean(1);
                        case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB ->
                            "x".equals(row.getString(1)) ? "y" : "x";
                        default -> row.getLong(1) + 1_000;
                    };
                }
            }
        }

        String place() {
            return Rows.byCase(table.name())
                    ? table.name() + ' ' + caseKey
                    : table.name() + ' ' + id + " (" + caseKey + ')';
        }

        private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                assertThat(statement.executeUpdate()).as(sql).isGreaterThanOrEqualTo(1);
            }
        }

        @Override
        public String toString() {
            return (column.isEmpty() ? "removed" : column) + " in " + place();
        }
    }
}
