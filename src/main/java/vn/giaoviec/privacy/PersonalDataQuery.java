package vn.giaoviec.privacy;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Reads every row that names a person. Tables are found by the names of their columns, so a new table is part of the
 * answer without anybody thinking of it. It needs an account that may only select.
 */
final class PersonalDataQuery {
    private static final int ROWS_AT_ONCE = 1_000;

    private static final Pattern NAMES_A_PERSON = Pattern.compile(
            "person|actor|acting_for|substitute|recipient|officer|assignee_?|owner_?|assigner_id_|org_value_|new_value_|.*user_id_|.*_by",
            Pattern.CASE_INSENSITIVE);

    private static final Set<Integer> BINARY = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    /** Proves to others who somebody is; it tells the person nothing. */
    private static final Set<String> SECRET = Set.of("token_sha256");

    private final Connection connection;

    PersonalDataQuery(Connection connection) {
        this.connection = connection;
    }

    /** The columns that may name a person, by table, all in lower case. */
    Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        DatabaseMetaData database = connection.getMetaData();
        Set<String> tables = tables(database);
        try (ResultSet row = database.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (row.next()) {
                String table = lower(row.getString("TABLE_NAME"));
                String column = lower(row.getString("COLUMN_NAME"));
                boolean names = NAMES_A_PERSON.matcher(column).matches()
                        || (table.equals("directory_person") && column.equals("id"));
                if (names && tables.contains(table)) {
                    columns.computeIfAbsent(table, any -> new ArrayList<>()).add(column);
                }
            }
        }
        return columns;
    }

    private Set<String> tables(DatabaseMetaData database) throws SQLException {
        Set<String> tables = Collections.newSetFromMap(new TreeMap<>());
        try (ResultSet row = database.getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (row.next()) {
                if (row.getString("TABLE_TYPE").endsWith("TABLE")) {
                    tables.add(lower(row.getString("TABLE_NAME")));
                }
            }
        }
        return tables;
    }

    /**
     * Writes a file for each table that names a person, a line of JSON for each row, all as they were at one moment. What
     * the connection began before must be over.
     *
     * @return how many rows were written
     */
    long write(String person, ZipOutputStream zip) throws SQLException, IOException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        long rows = 0;
        for (Map.Entry<String, List<String>> table : columns().entrySet()) {
            rows += write(table.getKey(), table.getValue(), person, zip);
        }
        return rows;
    }

    private long write(String table, List<String> columns, String person, ZipOutputStream zip)
            throws SQLException, IOException {
        List<String> conditions =
                new ArrayList<>(columns.stream().map(column -> column + " = ?").toList());
        List<String> values = new ArrayList<>(Collections.nCopies(columns.size(), person));
        if (table.equals("audit_entry")) {
            // what others did about the person; the quotation marks are JSON's
            conditions.add("locate(?, facts) > 0");
            values.add('"' + person + '"');
        }
        // the engine's tables have capitals, and on some servers that matters
        String name = table.startsWith("act_") ? table.toUpperCase(Locale.ROOT) : table;
        String sql = "select * from " + name + " where " + String.join(" or ", conditions);
        try (PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? write(rows, table, zip) : 0;
            }
        }
    }

    private static long write(ResultSet rows, String table, ZipOutputStream zip) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(table + ".jsonl"));
        long written = 0;
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(zip, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null)) {
            do {
                line(rows, json);
                written++;
            } while (rows.next());
        }
        zip.closeEntry();
        return written;
    }

    private static void line(ResultSet row, JsonGenerator json) throws SQLException, IOException {
        ResultSetMetaData columns = row.getMetaData();
        json.writeStartObject();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String column = lower(columns.getColumnLabel(i));
            if (!BINARY.contains(columns.getColumnType(i)) && !SECRET.contains(column)) {
                json.writeStringField(column, row.getString(i));
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
