package vn.giaoviec.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Node;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Run;
import vn.giaoviec.testing.TasklistClient;

/**
 * The drill that makes a back-up worth its name: taken from the running application by the very script of compose,
 * restored by the other into a server that was empty, compared row by row, and worked on.
 */
@EngineTest
@OnMariaDb
class BackupDrillTest {
    private static final Path SCRIPTS = Path.of("src/main/docker/mariadb");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Autowired
    Province province;

    @Autowired
    JdbcClient db;

    @Test
    void aRestoredDatabaseHoldsEveryRowAndCasesGoOnThere() throws Exception {
        CaseDriver done = province.opens(AnAssignment.of("resources")).begins();
        done.does(
                "task_classify=security",
                "task_prepareLevelDossier",
                "task_appraiseLevel=passed",
                "task_approveLevel",
                "task_carryOut",
                "task_submit",
                "task_approve=approved",
                "task_accept=accepted");
        CaseDriver open = province.opens(AnAssignment.of("resources"))
                .begins()
                .does("task_classify=security", "task_prepareLevelDossier", "task_appraiseLevel=passed");
        String schema = db.sql("select database()").query(String.class).single();
        Path file = folder.resolve("giaoviec.sql.gz");

        said(script("backup.sh > '" + file + "'", MariaDbServer.usual(), schema), 0);
        Map<String, String> before = content(MariaDbServer.usual(), schema);
        MariaDbServer scratch = MariaDbServer.another("scratch");
        said(script("restore.sh '" + file + "'", scratch, schema), 0);
        Map<String, String> after = content(scratch, schema);
        assertThat(before).hasSizeGreaterThan(60);
        assertThat(after)
                .as("rows and checksum of every table, text of every view")
                .isEqualTo(before);

        assertThat(said(script("restore.sh '" + file + "'", scratch, schema), 1))
                .as("never over data that is there")
                .contains("already holds tables");

        try (Connection root = scratch.administrator();
                Statement statement = root.createStatement()) {
            MariaDbServer.accounts(statement, schema);
        }
        try (Node node = Node.start(
                folder,
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "mariadb",
                        "GIAOVIEC_DATABASE_URL",
                        scratch.url(schema),
                        "GIAOVIEC_DATABASE_USER",
                        schema,
                        "GIAOVIEC_DATABASE_PASSWORD",
                        "trial",
                        "GIAOVIEC_DATABASE_OWNER",
                        schema + "_owner",
                        "GIAOVIEC_DATABASE_OWNER_PASSWORD",
                        "trial"))) {
            node.awaitReady();
            TasklistClient inspector = TasklistClient.signIn(node.port(), "inspector1");
            assertThat(inspector.get("/cases/" + done.key()).body()).contains("minh-chung.txt");
            TasklistClient head = TasklistClient.signIn(node.port(), "head.stttt");
            assertThat(head.tasks(open.key().toString())).containsKey("task_approveLevel");
            assertThat(head.does(open.key().toString(), "task_approveLevel", "", Map.of())
                            .statusCode())
                    .isEqualTo(204);
            TasklistClient officer = TasklistClient.signIn(node.port(), "officer1.stttt");
            assertThat(officer.tasks(open.key().toString())).containsKey("task_carryOut");
        }
        assertThat(open.waitsAt()).as("the original is untouched").containsExactly("task_approveLevel");
    }

    @Test
    void aBackUpThatWasCutOffIsRefusedAsAWhole() throws Exception {
        String schema = db.sql("select database()").query(String.class).single();
        Path file = folder.resolve("giaoviec.sql.gz");
        said(script("backup.sh > '" + file + "'", MariaDbServer.usual(), schema), 0);
        byte[] whole = Files.readAllBytes(file);
        Path part = folder.resolve("part.sql.gz");
        Files.write(part, Arrays.copyOf(whole, whole.length / 2));
        assertThat(said(script("restore.sh '" + part + "'", MariaDbServer.usual(), schema), 1))
                .contains("not a whole back-up");
    }

    private static String said(Run.Outcome outcome, int exit) {
        assertThat(outcome.exit()).as(outcome.said()).isEqualTo(exit);
        return outcome.said();
    }

    private static Run.Outcome script(String command, MariaDbServer server, String schema)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("bash", "-c"));
        String[] parts = command.split(" ", 2);
        boolean restores = parts[0].equals("restore.sh");
        line.add(
                restores
                        ? "bash " + SCRIPTS.resolve(parts[0]) + " " + parts[1] + " \"$@\""
                        : "bash " + SCRIPTS.resolve(parts[0]) + " \"$@\" " + parts[1]);
        line.add("drill");
        line.addAll(List.of(server.clientOptions()));
        return Run.with(
                Map.of("PATH", MariaDbServer.programs() + ":" + System.getenv("PATH"), "GIAOVIEC_SCHEMAS", schema),
                line.toArray(String[]::new));
    }

    /** Rows and checksum of each table, and what each view says. */
    private static Map<String, String> content(MariaDbServer server, String schema) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        try (Connection root = server.administrator();
                Statement list = root.createStatement();
                Statement one = root.createStatement();
                ResultSet tables = list.executeQuery("select table_name, table_type from information_schema.tables"
                        + " where table_schema = '" + schema + "'")) {
            while (tables.next()) {
                String table = "`" + schema + "`.`" + tables.getString(1) + "`";
                content.put(
                        table,
                        tables.getString(2).equals("VIEW")
                                ? single(one, "show create view " + table)
                                : single(one, "select count(*), count(*) from " + table) + " rows, "
                                        + single(one, "checksum table " + table));
            }
        }
        return content;
    }

    private static String single(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return String.valueOf(row.getString(2));
        }
    }
}
