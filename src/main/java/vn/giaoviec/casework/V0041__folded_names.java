package vn.giaoviec.casework;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;
import vn.giaoviec.shared.Folded;

/** Names of files as they are searched; those that are there already are folded here, since no database can. */
@Component
class V0041__folded_names extends BaseJavaMigration {
    private static final int AT_ONCE = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table casework_evidence add column name_folded varchar(255) not null default ''");
        }
        try (Statement names = connection.createStatement();
                ResultSet row = names.executeQuery("select id, name from casework_evidence");
                PreparedStatement fold =
                        connection.prepareStatement("update casework_evidence set name_folded = ? where id = ?")) {
            for (int count = 1; row.next(); count++) {
                fold.setString(1, Folded.of(row.getString("name")));
                fold.setString(2, row.getString("id"));
                fold.addBatch();
                if (count % AT_ONCE == 0) {
                    fold.executeBatch();
                }
            }
            fold.executeBatch();
        }
    }
}
