package vn.giaoviec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import vn.giaoviec.totals.SumOfCases;

/** Whatever a test did with the system, the totals are the sum of its cases. */
public class TotalsAreWhole implements AfterAllCallback {
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
        assertThat(SumOfCases.missing(jdbc)).as("what the totals lack").isEmpty();
    }
}
