package vn.giaoviec.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * Where MariaDB's tables belong to an account of their own, the application's account works in them with no more rights
 * than it needs: into the ledger it may write, but not over it. Whoever gets hold of the application, or of its password,
 * cannot do more. Rights are given after each migration, so that new tables have theirs.
 */
@Component
class LedgerGrants implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerGrants.class);

    private static final String WORK = "select, insert, update, delete";
    private static final String APPEND = "select, insert";
    private static final Map<String, String> LESS = Map.of(
            // an order may take a fact's words away, and nothing else of it
            "audit_entry", "select, insert, update (facts, salt)",
            "audit_link", APPEND,
            "audit_leaf", APPEND,
            "audit_checkpoint", APPEND,
            "inspection_conclusion", APPEND,
            "indicator_reading_chunk", APPEND,
            "report_report", APPEND,
            "indicator_reading",
                    "select, insert, update (state, decided_by, decided_at, decision_reason, holds_period, holds_place_of)",
            "app_schema_history", "select");

    /** MariaDB's number for taking away what was never given. */
    private static final int NO_SUCH_GRANT = 1141;

    private final DataSourceProperties application;

    LedgerGrants(DataSourceProperties application) {
        this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            Connection owner = context.getConnection();
            if (owner.getMetaData().getDatabaseProductName().equals("MariaDB")) {
                grant(owner, application.determineUsername());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "the tables' owner cannot give the application its rights; it needs all privileges on the schema"
                            + " with grant option",
                    failed);
        }
    }

    private void grant(Connection owner, String account) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            List<String> me = column(statement, "select substring_index(current_user(), '@', 1)");
            if (me.contains(account)) {
                LOG.warn(
                        "the application's account owns its tables and could alter the ledger; see docs/operations.md");
                return;
            }
            String to = " to `" + account + "`@'%'";
            takeBack(statement, account);
            for (String table : column(
                    statement, "select table_name from information_schema.tables where table_schema = database()")) {
                statement.execute("grant " + LESS.getOrDefault(table, WORK) + " on `" + table + "`" + to);
            }
        }
    }

    /** What an installation gave before it had an owner of its own would stand above the rights on single tables. */
    private static void takeBack(Statement statement, String account) throws SQLException {
        String schema = column(statement, "select database()").get(0);
        try {
            statement.execute("revoke all privileges on `" + schema + "`.* from `" + account + "`@'%'");
        } catch (SQLException refused) {
            if (refused.getErrorCode() != NO_SUCH_GRANT) {
                throw refused;
            }
        }
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public String getCallbackName() {
        return "rights on the ledger";
    }
}
