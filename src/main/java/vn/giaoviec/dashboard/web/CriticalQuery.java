package vn.giaoviec.dashboard.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;

/** Open cases whose deadline is near or over, with what they weigh for the indicators. */
@Repository
class CriticalQuery {
    private final JdbcClient jdbc;

    CriticalQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cases of a plan that were open at the end of a day.
     *
     * @param before only those due before this day
     */
    List<Candidate> dueBefore(LocalDate before, int year, LocalDate asOf) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.case_key, s.due_on, c.title_vi, c.title_en, c.unit_short_name, w.indicator, w.weight
                        from v_case_standing s
                        join v_case c on c.case_key = s.case_key
                        left join v_case_weight w on w.case_key = s.case_key
                        where s.plan_year = :year and s.state = 'OPEN' and s.due_on < :before
                            and s.from_at < :next and (s.to_at is null or s.to_at >= :next)
                        """)
                .param("year", year)
                .param("before", before)
                .param("next", Columns.utc(CaseListQuery.endOf(asOf)))
                .query(row -> {
                    String key = row.getString("case_key");
                    Candidate one = found.get(key);
                    if (one == null) {
                        one = new Candidate(
                                key,
                                Columns.text(row, "title"),
                                row.getString("unit_short_name"),
                                Columns.date(row, "due_on"),
                                new TreeMap<>());
                        found.put(key, one);
                    }
                    String indicator = row.getString("indicator");
                    if (indicator != null) {
                        one.weights.put(indicator, row.getBigDecimal("weight"));
                    }
                });
        return new ArrayList<>(found.values());
    }

    /**
     * @param caseKey the case, as its address
     * @param title what is to be done
     * @param unit short name of the accountable unit
     * @param dueOn the deadline in force then
     * @param weights its weight in each indicator it supports, by code
     */
    record Candidate(String caseKey, Text title, String unit, LocalDate dueOn, Map<String, BigDecimal> weights) {}
}
