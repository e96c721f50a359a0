package vn.giaoviec.audit;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The way of all our statements to the database; it tells {@link WrittenTables} of those that write. */
@Repository
class WatchedTable extends JdbcTemplate {
    WatchedTable(DataSource database) {
        super(database);
    }

    @Override
    public int update(String sql) {
        WrittenTables.heed(sql);
        return super.update(sql);
    }

    @Override
    protected int update(PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter) {
        heed(statement);
        return super.update(statement, setter);
    }

    @Override
    public int update(PreparedStatementCreator statement, KeyHolder key) {
        heed(statement);
        return super.update(statement, key);
    }

    @Override
    public int[] batchUpdate(String sql, BatchPreparedStatementSetter setter) {
        WrittenTables.heed(sql);
        return super.batchUpdate(sql, setter);
    }

    @Override
    public int[] batchUpdate(String sql, List<@Nullable Object[]> rows) {
        WrittenTables.heed(sql);
        return super.batchUpdate(sql, rows);
    }

    private static void heed(PreparedStatementCreator statement) {
        String sql = statement instanceof SqlProvider text ? text.getSql() : null;
        if (sql == null) {
            throw new IllegalArgumentException("a statement that does not show its text cannot be vouched for");
        }
        WrittenTables.heed(sql);
    }
}
