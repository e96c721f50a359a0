package vn.giaoviec.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

@Repository
class ExpectationTable {
    private final JdbcClient jdbc;

    ExpectationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each unit expects, by its code. */
    Map<String, Expectation> of(int year, String indicator) {
        return jdbc
                .sql("select * from indicator_expectation where plan_year = ? and indicator = ?")
                .params(year, indicator)
                .query((row, number) -> read(row, row.getString("unit")))
                .list()
                .stream()
                .collect(Collectors.toMap(Expectation::unit, Function.identity()));
    }

    /** In place of what the unit registered before. */
    void put(int year, String indicator, Expectation expectation) {
        List<Object> values = List.of(expectation.expected(), expectation.by(), Columns.utc(expectation.at()));
        List<Object> key = List.of(year, indicator, expectation.unit());
        int changed = jdbc.sql("""
                        update indicator_expectation set expected = ?, registered_by = ?, registered_at = ?
                        where plan_year = ? and indicator = ? and unit = ?
                        """).params(values).params(key).update();
        if (changed == 0) {
            jdbc.sql("""
                            insert into indicator_expectation
                                (expected, registered_by, registered_at, plan_year, indicator, unit)
                            values (?, ?, ?, ?, ?, ?)
                            """).params(values).params(key).update();
        }
    }

    static Expectation read(ResultSet row, String unit) throws SQLException {
        return new Expectation(
                unit,
                row.getBigDecimal("expected"),
                row.getString("registered_by"),
                Columns.instant(row, "registered_at"));
    }
}
