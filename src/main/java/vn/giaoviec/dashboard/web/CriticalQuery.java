package vn.giaoviec.dashboard.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.calendar.BusinessClock;
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
    private static final String FIRST = "select case_key, due_on %s order by due_on, case_key limit :most";
    private static final String KNOWN = "(select case_key, due_on from v_standing_now where case_key in (:keys))";
    private static final String DESCRIBED = """
            select s.case_key, s.due_on, c.title_vi, c.title_en, c.unit_short_name, w.indicator, w.weight
            from %s s
            join v_case c on c.case_key = s.case_key
            left join v_case_weight w on w.case_key = s.case_key
            order by s.due_on, s.case_key
            """;

    private static final String COUNT_NOW = """
            select coalesce(sum(cases), 0) from v_total
            where plan_year = :year and part like 'group:%' and standing = 'OPEN' and due_on < :before
            """;

    private static final String THEN = """
            from v_case_standing
            where plan_year = :year and state = 'OPEN' and due_on < :before
                and from_at < :next and (to_at is null or to_at >= :next)
            """;

    private final JdbcClient jdbc;
    private final PastDays<Due> past;

    CriticalQuery(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.past = new PastDays<>(clock);
    }

    /**
     * The cases of a plan that were open at the end of a day, those due first; of very many only as many as can hurt most.
     *
     * @param before only those due before this day, which follows from the day that is asked for
     * @param isOver whether that day is over
     */
    Found dueBefore(LocalDate before, int year, LocalDate asOf, boolean isOver) {
        if (isOver) {
            // working days that change afterwards change how far one looks ahead
            Due due = past.of(year, asOf, known -> known.before.equals(before), () -> due(before, year, asOf));
            return new Found(
                    due.first.isEmpty()
                            ? List.of()
                            : candidates(jdbc.sql(DESCRIBED.formatted(KNOWN)).param("keys", due.first.keySet()))
                                    .stream()
                                    .map(one -> one.asDue(Objects.requireNonNull(due.first.get(one.caseKey))))
                                    .sorted(Comparator.comparing(Candidate::dueOn)
                                            .thenComparing(Candidate::caseKey))
                                    .toList(),
                    due.all);
        }
        List<Candidate> first =
                candidates(asked(DESCRIBED.formatted("(" + FIRST.formatted(NOW) + ")"), before, year, asOf));
        return new Found(first, first.size() < MOST_RANKED ? first.size() : count(COUNT_NOW, before, year, asOf));
    }

    private Due due(LocalDate before, int year, LocalDate asOf) {
        Map<String, LocalDate> first = new LinkedHashMap<>();
        asked(FIRST.formatted(THEN), before, year, asOf).query(row -> {
            first.put(row.getString("case_key"), Columns.date(row, "due_on"));
        });
        return new Due(
                before,
                first,
                first.size() < MOST_RANKED ? first.size() : count("select count(*) " + THEN, before, year, asOf));
    }

    private int count(String sql, LocalDate before, int year, LocalDate asOf) {
        return asked(sql, before, year, asOf).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, LocalDate before, int year, LocalDate asOf) {
        return jdbc.sql(sql)
                .param("year", year)
                .param("before", before)
                .param("next", Columns.utc(CaseListQuery.endOf(asOf)))
                .param("most", MOST_RANKED);
    }

    private static List<Candidate> candidates(JdbcClient.StatementSpec statement) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        statement.query(row -> {
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
        return List.copyOf(found.values());
    }

    /**
     * @param before what was asked for: those due before this day
     * @param first until when those are due that can hurt most, in that order
     * @param all how many there are
     */
    private record Due(LocalDate before, Map<String, LocalDate> first, int all) {}

    /**
     * @param first those that can hurt most
     * @param all how many there are
     */
    record Found(List<Candidate> first, int all) {}

    /**
     * @param caseKey the case, as its address
     * @param title what is to be done
     * @param unit short name of the accountable unit
     * @param dueOn the deadline in force then
     * @param weights its weight in each indicator it supports, by code
     */
    record Candidate(String caseKey, Text title, String unit, LocalDate dueOn, Map<String, BigDecimal> weights) {
        private Candidate asDue(LocalDate then) {
            return new Candidate(caseKey, title, unit, then, weights);
        }
    }
}
