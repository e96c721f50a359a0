package vn.giaoviec.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands behind the reports that a unit owes, in one statement. */
@Repository
class DutyQuery {
    private final JdbcClient jdbc;

    DutyQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the indicators of which a unit reports a part: the parts of all units, and what that unit expects. */
    Found of(int year, String unit) {
        Map<String, List<Reading>> readings = new LinkedHashMap<>();
        Map<String, Expectation> expectations = new LinkedHashMap<>();
        jdbc.sql("""
                        select
                            p.indicator as shared, e.unit as expecting, e.expected, e.registered_by, e.registered_at,
                            r.*, c.id as corrected_by
                        from plan_target_reporter p
                        left join indicator_expectation e
                            on e.plan_year = p.plan_year and e.indicator = p.indicator and e.unit = p.unit
                        left join indicator_reading r
                            on r.plan_year = p.plan_year and r.indicator = p.indicator and r.of_part = true
                        left join indicator_reading c on c.corrects = r.id and c.state = 'APPROVED'
                        where p.plan_year = ? and p.unit = ?
                        order by r.id
                        """).params(year, unit).query(row -> {
            String indicator = row.getString("shared");
            List<Reading> known = readings.computeIfAbsent(indicator, any -> new ArrayList<>());
            if (row.getString("state") != null) {
                known.add(ReadingTable.read(row, row.getRow()));
            }
            if (row.getString("expecting") != null) {
                expectations.put(indicator, ExpectationTable.read(row, unit));
            }
        });
        return new Found(readings, expectations);
    }

    /**
     * @param readings of each indicator, by its code, the first entered first
     * @param expectations what the unit expects of each, by the indicator's code
     */
    record Found(Map<String, List<Reading>> readings, Map<String, Expectation> expectations) {}
}
