package vn.giaoviec.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the accounts of one database had the server do, as the server itself counts it ({@code userstat}): the same on every
 * machine and under every load.
 *
 * @param statements commands sent, the engine's and ours, commits and settings too
 * @param inserted rows inserted
 * @param read rows read from tables, found by an index or passed over
 * @param commits transactions that said they are done, by whatever account
 */
public record ServerWork(long statements, long inserted, long read, long commits) {

    /** Counts what the work has the server do; nothing else may use the database meanwhile. */
    public static ServerWork during(String account, Runnable work) throws SQLException {
        try (Connection root = MariaDbServer.root()) {
            startCounting(root);
            ServerWork before = soFar(root, account);
            work.run();
            return soFar(root, account).since(before);
        }
    }

    /** From here on the server counts. */
    public static void startCounting(Connection root) throws SQLException {
        try (Statement setting = root.createStatement()) {
            setting.execute("set global userstat = 1");
        }
    }

    /** What the server has counted for an account. */
    public static ServerWork soFar(Connection root, String account) throws SQLException {
        try (PreparedStatement counted = root.prepareStatement("""
                select coalesce(sum(select_commands + update_commands + other_commands), 0),
                    coalesce(sum(rows_inserted), 0), coalesce(sum(rows_read), 0), (
                        select cast(variable_value as unsigned) from information_schema.global_status
                        where variable_name = 'COM_COMMIT')
                from information_schema.user_statistics where user = ?
                """)) {
            counted.setString(1, account);
            try (ResultSet row = counted.executeQuery()) {
                row.next();
                return new ServerWork(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    private ServerWork since(ServerWork before) {
        return new ServerWork(
                statements - before.statements,
                inserted - before.inserted,
                read - before.read,
                commits - before.commits);
    }
}
