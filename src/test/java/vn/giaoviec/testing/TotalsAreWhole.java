package vn.giaoviec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Whatever a test did with the system, the totals are the sum of its cases. */
public class TotalsAreWhole implements AfterAllCallback {
    private static final String LINES = """
            select plan_year, part, standing, due_on, sum(cases) as cases, sum(weight) as weight from %s
            group by plan_year, part, standing, due_on
            having sum(cases) <> 0 or sum(weight) <> 0
            """;

    @Override
    public void afterAll(ExtensionContext test) {
        JdbcClient jdbc =
                JdbcClient.create(SpringExtension.getApplicationContext(test).getBean(DataSource.class));
        assertThat(jdbc.sql("""
                        select c.case_key from casework_case c
                        join plan_assignment a on a.plan_year = c.plan_year and a.code = c.assignment
                        where a.solution_group <> c.solution_group
                        """).query(String.class).list())
                .as("cases that stand in another group than their assignment")
                .isEmpty();
        assertThat(jdbc.sql(LINES.formatted("totals_part"))
                        .query(TotalsAreWhole::line)
                        .list())
                .as("totals")
                .containsExactlyInAnyOrderElementsOf(jdbc.sql(LINES.formatted("v_case_total"))
                        .query(TotalsAreWhole::line)
                        .list());
    }

    private static String line(ResultSet row, int number) throws SQLException {
        return "%d %s %s %s: %d, %s"
                .formatted(
                        row.getInt("plan_year"),
                        row.getString("part"),
                        row.getString("standing"),
                        row.getString("due_on"),
                        row.getLong("cases"),
                        row.getBigDecimal("weight").stripTrailingZeros().toPlainString());
    }
}
