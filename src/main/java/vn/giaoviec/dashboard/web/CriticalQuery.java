package vn.giaoviec.dashboard.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private static final String THEN = """
            from v_case_standing
            where plan_year = :year and state = 'OPEN' and due_on < :before
                and from_at < :next and (to_at is null or to_at >= :next)
            """;

    private static final String FIRST = "select case_key, due_on %s order by due_on, case_key limit :most";
    private static final String COUNT_NOW = """
            select coalesce(sum(cases), 0) from v_total
            where plan_year = :year and part like 'group:%' and standing = 'OPEN' and due_on < :before
            """;

    private static final String COUNT_THEN = "select count(*) " + THEN;

    /** Of cases and the days until when they were due, what they are about. */
    private static final String DESCRIBED = """
            select s.case_key, s.due_on, c.title_vi, c.title_en, c.unit_short_name, w.indicator, w.weight
            from (%s) s
            join v_case c on c.case_key = s.case_key
            left join v_case_weight w on w.case_key = s.case_key
            order by s.due_on, s.case_key
            """;

    private static final String KNOWN = "select case_key, due_on from v_standing_now where case_key in (:keys)";

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
        return isOver ? then(before, year, asOf) : now(before, year, asOf);
    }

    private Found now(LocalDate before, int year, LocalDate asOf) {
        List<Candidate> first = candidates(asked(DESCRIBED.formatted(FIRST.formatted(NOW)), before, year, asOf));
        return new Found(first, all(first.size(), COUNT_NOW, before, year, asOf));
    }

    /** Which they were, and until when, changes no more; their titles may. */
    private Found then(LocalDate before, int year, LocalDate asOf) {
        // working days that change afterwards change how far one looks ahead
        Due due = past.of(year, asOf, known -> known.before.equals(before), () -> due(before, year, asOf));
        if (due.first.isEmpty()) {
            return new Found(List.of(), 0);
        }
        Map<String, Candidate> described =
                candidates(jdbc.sql(DESCRIBED.formatted(KNOWN)).param("keys", due.first.keySet())).stream()
                        .collect(Collectors.toMap(Candidate::caseKey, Function.identity()));
        List<Candidate> first = new ArrayList<>();
        due.first.forEach((key, dueOn) ->
                first.add(Objects.requireNonNull(described.get(key)).asDue(dueOn)));
        return new Found(first, due.all);
    }

    private Due due(LocalDate before, int year, LocalDate asOf) {
        Map<String, LocalDate> first = new LinkedHashMap<>();
        asked(FIRST.formatted(THEN), before, year, asOf).query(row -> {
            first.put(row.getString("case_key"), Columns.date(row, "due_on"));
        });
        return new Due(before, first, all(first.size(), COUNT_THEN, before, year, asOf));
    }

    /** How many there are: as many as were found, unless that is as many as are looked for. */
    private int all(int found, String count, LocalDate before, int year, LocalDate asOf) {
        return found < MOST_RANKED
                ? found
                : asked(count, before, year, asOf).query(Integer.class).single();
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
