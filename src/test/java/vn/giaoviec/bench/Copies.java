package vn.giaoviec.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rows of cases copied by the server, ours or the engine's: each copy of a row belongs to a case of its own. */
final class Copies {
    /** Ids end in what is the same for all of one JVM, so a number may stand there. */
    private static final Set<String> IDS = Set.of(
            "id",
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "execution_id_",
            "parent_id_",
            "parent_act_inst_id_",
            "super_exec_",
            "task_id_",
            "act_inst_id_",
            "var_inst_id_",
            "var_scope_",
            "task_id");

    private Copies() {}

    /** The statement that copies rows of a table once for each number. */
    static String of(Connection server, String table, String which, int from, int to) throws SQLException {
        return of(server, table, table, which, from, to);
    }

    /** The same for rows that stand elsewhere by now. */
    static String of(Connection server, String table, String originals, String which, int from, int to)
            throws SQLException {
        Map<String, String> columns = columns(server, table);
        return "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") select "
                + String.join(", ", columns.values()) + " from " + originals + " o join seq_" + from + "_to_" + to
                + " s where " + which;
    }

    /** What each column of a copy is made of. */
    private static Map<String, String> columns(Connection server, String table) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        try (PreparedStatement all = server.prepareStatement("""
                select column_name from information_schema.columns
                where table_schema = database() and table_name = ? and extra not like '%auto_increment%'
                """)) {
            all.setString(1, table);
            try (ResultSet row = all.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    columns.put(name, ofACopy(name));
                }
            }
        }
        return columns;
    }

    private static String ofACopy(String column) {
        String value = "o." + column;
        String name = column.toLowerCase(Locale.ROOT);
        if (IDS.contains(name)) {
            return "concat(left(%1$s, char_length(%1$s) - 12), lpad(s.seq, 12, '0'))".formatted(value);
        }
        return switch (name) {
            case "code", "assignment" -> "concat(%s, '.', s.seq)".formatted(value);
            case "case_key", "business_key_", "stream" ->
                "concat(left(%1$s, 9), '.', s.seq, substr(%1$s, 10))".formatted(value);
            case "due_on", "original_due_on", "due_at", "due_date_" ->
                "date_add(%s, interval s.seq * 7 %% 300 day)".formatted(value);
            case "opened_at", "create_time_" -> "date_sub(%s, interval s.seq second)".formatted(value);
            default -> value;
        };
    }
}
