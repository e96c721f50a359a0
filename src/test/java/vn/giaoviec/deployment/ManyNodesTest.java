package vn.giaoviec.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import vn.giaoviec.testing.MariaDbServer;
import vn.giaoviec.testing.Node;
import vn.giaoviec.testing.OnMariaDb;
import vn.giaoviec.testing.TasklistClient;

/** Nodes that start at the same moment on an empty database make one schema, one deployment of each model, one plan. */
@OnMariaDb
class ManyNodesTest {
    private static final int NODES = Boolean.getBoolean("giaoviec.campaign") ? 20 : 2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void theyMakeOneSchema() throws Exception {
        Map<String, String> environment = new HashMap<>(MariaDbServer.freshDatabase("manynodes"));
        environment.put("SPRING_PROFILES_ACTIVE", "mariadb");
        // twenty full pools would be more than the server's connections
        environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "5");
        List<Node> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < NODES; i++) {
                nodes.add(Node.start(folder, environment));
            }
            for (Node node : nodes) {
                node.awaitReady();
                TasklistClient.signIn(node.port(), "officer1.stttt");
            }
            assertThat(rows("select version, count(*) from app_schema_history where version is not null group by 1"))
                    .as("each migration ran once")
                    .hasSizeGreaterThan(5)
                    .allSatisfy((version, times) -> assertThat(times).isEqualTo("1"));
            assertThat(rows("select key_, count(*) from ACT_RE_PROCDEF group by key_"))
                    .as("one version of each model")
                    .hasSize(8)
                    .allSatisfy((key, times) -> assertThat(times).isEqualTo("1"));
            assertThat(rows("select 'lists', count(*) from ACT_RU_FILTER")).containsEntry("lists", "4");
            assertThat(rows("select 'plans', count(*) from plan_plan")).containsEntry("plans", "1");
            assertThat(rows("select 'not in four bytes', count(*) from information_schema.columns"
                            + " where table_schema = database() and character_set_name is not null"
                            + " and character_set_name <> 'utf8mb4'"
                            // folded to one byte a letter, which is compared faster
                            + " and not (column_name = 'words' and character_set_name = 'ascii')"))
                    .containsEntry("not in four bytes", "0");
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private static Map<String, String> rows(String sql) throws Exception {
        Map<String, String> rows = new TreeMap<>();
        try (Connection root = MariaDbServer.root();
                Statement statement = root.createStatement()) {
            statement.execute("use manynodes");
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    rows.put(result.getString(1), result.getString(2));
                }
            }
        }
        return rows;
    }
}
