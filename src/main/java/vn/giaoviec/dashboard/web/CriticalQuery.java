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
    /**
     * Harm grows with each day, so what hurts most is among the cases that are late for longest. A province that has more
     * late ones than this at once is shown the worst of these.
     */
    static final int MOST_RANKED = 500;

    private static final String NOW =
            "from v_standing_now where plan_year = :year and state = 'OPEN' and due_on < :before";
    private static final String THEN = """
            from v_case_standing
            where plan_year = :year and state = 'OPEN' and due_on < :before
                and from_at < :next and (to_at is null or to_at >= :next)
            """;

    private final JdbcClient jdbc;

    CriticalQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The cases of a plan that were open at the end of a day, those due first; of very many only as many as can hurt most.
     *
     * @param before only those due before this day
     * @param past whether the day is over
     */
    List<Candidate> dueBefore(LocalDate before, int year, LocalDate asOf, boolean past) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.case_key, s.due_on, c.title_vi, c.title_en, c.unit_short_name, w.indicator, w.weight
                        from (
                            select case_key, due_on %s
                            order by due_on, case_key
                            limit :most
                        ) s
                        join v_case c on c.case_key = s.case_key
                        left join v_case_weight w on w.case_key = s.case_key
                        order by s.due_on, s.case_key
                        """.formatted(past ? THEN : NOW))
                .param("year", year)
                .param("before", before)
                .param("next", Columns.utc(CaseListQuery.endOf(asOf)))
                .param("most", MOST_RANKED)
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

    /** How many they are in all. */
    int count(LocalDate before, int year, LocalDate asOf, boolean past) {
        return jdbc.sql(past ? "select count(*) " + THEN : """
                                select coalesce(sum(cases), 0) from v_total
                                where plan_year = :year and part like 'group:%' and standing = 'OPEN'
                                    and due_on < :before
                                """)
                .param("year", year)
                .param("before", before)
                .param("next", Columns.utc(CaseListQuery.endOf(asOf)))
                .query(Integer.class)
                .single();
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
