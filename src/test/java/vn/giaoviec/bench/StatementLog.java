package vn.giaoviec.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import vn.giaoviec.testing.MariaDbServer;

/**
 * Which statements an act sends, with their values left out and how often each was sent, in {@code target/bench/statements.txt}:
 * the profile in which a statement that could be spared is found. Asked for with {@code -Dgiaoviec.bench.statements=true}.
 */
final class StatementLog {
    private static final Path FILE = Path.of("target/bench/statements.txt");

    private StatementLog() {}

    static boolean isWanted() {
        return Boolean.getBoolean("giaoviec.bench.statements");
    }

    /** @param many how many times the act is done; what is written is for one */
    static void of(String name, String account, int many, Cost.Work act) throws Exception {
        try (Connection root = MariaDbServer.root();
                Statement server = root.createStatement()) {
            server.execute("set global log_output = 'TABLE'");
            server.execute("truncate table mysql.general_log");
            server.execute("set global general_log = 1");
            try {
                act.run();
            } finally {
                server.execute("set global general_log = 0");
            }
            write(root, name, account, many);
        }
    }

    private static void write(Connection root, String name, String account, int many) throws SQLException {
        StringBuilder text = new StringBuilder("== ").append(name).append('\n');
        try (PreparedStatement log = root.prepareStatement("""
                select count(*), min(event_time) first, regexp_replace(regexp_replace(regexp_replace(
                    cast(argument as char), "'[^']*'", '?'), '\\\\s+', ' '), '\\\\b[0-9]+\\\\b', '?') statement
                from mysql.general_log
                where command_type in ('Query', 'Execute') and user_host like concat(?, '[%')
                group by statement order by first
                """)) {
            log.setString(1, account);
            try (ResultSet row = log.executeQuery()) {
                while (row.next()) {
                    String statement = row.getString(3);
                    text.append(String.format(
                            Locale.ROOT,
                            "%6.2f  %s%n",
                            row.getInt(1) / (double) many,
                            statement.substring(0, Math.min(400, statement.length()))));
                }
            }
        }
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
