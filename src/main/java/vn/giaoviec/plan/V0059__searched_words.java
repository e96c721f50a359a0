package vn.giaoviec.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** The words of assignments as they are searched; those that are there already are folded here, since no database can. */
@Component
class V0059__searched_words extends BaseJavaMigration {
    private static final int AT_ONCE = 1_000;

    /** In the order in which assignments are listed, so that a search ends with the page it has filled. */
    private static final String TABLE = """
            create table if not exists plan_assignment_words (
                -- the year, less than nothing: the youngest comes first
                year_back integer not null,
                solution_group integer not null,
                code varchar(40) not null,
                plan_year integer not null,
                -- in one byte each, which the server compares several times as fast
                words varchar(20000) character set ascii collate ascii_bin not null,
                constraint plan_assignment_words_pk primary key (year_back, solution_group, code),
                constraint plan_assignment_words_assignment_fk foreign key (plan_year, code)
                    references plan_assignment (plan_year, code)
            )
            """;

    @Override
    public void migrate(Context context) throws SQLException {
        fold(context.getConnection());
    }

    static void fold(Connection connection) throws SQLException {
        try (Statement table = connection.createStatement()) {
            // a start that was interrupted begins anew
            table.execute(TABLE);
            table.execute("delete from plan_assignment_words");
        }
        try (Statement titles = connection.createStatement();
                ResultSet row = titles.executeQuery(
                        "select plan_year, code, solution_group, title_vi, title_en from plan_assignment");
                PreparedStatement words = connection.prepareStatement("""
                        insert into plan_assignment_words (year_back, solution_group, code, plan_year, words)
                        values (?, ?, ?, ?, ?)
                        """)) {
            for (int count = 1; row.next(); count++) {
                int year = row.getInt("plan_year");
                String code = row.getString("code");
                words.setInt(1, -year);
                words.setInt(2, row.getInt("solution_group"));
                words.setString(3, code);
                words.setInt(4, year);
                words.setString(5, SearchedWords.of(year, code, row.getString("title_vi"), row.getString("title_en")));
                words.addBatch();
                if (count % AT_ONCE == 0) {
                    words.executeBatch();
                }
            }
            words.executeBatch();
        }
    }
}
