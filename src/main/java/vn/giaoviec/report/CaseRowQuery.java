package vn.giaoviec.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Case;
import vn.giaoviec.shared.Columns;

/** The cases of a plan as they stood before a moment, which does not change any more once it has passed. */
@Repository
class CaseRowQuery {
    private final JdbcClient jdbc;

    CaseRowQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By solution group, assignment and unit. */
    List<Found> cases(int year, Instant before) {
        return jdbc.sql("""
                        select
                            s.case_key, s.assignment, s.solution_group, s.unit, s.state, s.due_on, s.submitted_on, s.from_at,
                            c.title_vi, c.illustrative, c.original_due_on, c.unit_name_vi,
                            (
                                select count(*) from v_deadline_move m
                                where m.case_key = s.case_key and m.cause = 'EXTENSION' and m.moved_at < :before
                            ) as extensions
                        from v_case_standing s
                        join v_case c on c.case_key = s.case_key
                        where s.plan_year = :year and s.from_at < :before and (s.to_at is null or s.to_at >= :before)
                        order by s.solution_group, s.assignment, s.unit
                        """)
                .param("year", year)
                .param("before", Columns.utc(before))
                .query((row, number) -> new Found(
                        row.getString("case_key"),
                        row.getString("assignment"),
                        row.getInt("solution_group"),
                        row.getString("unit"),
                        row.getString("unit_name_vi"),
                        row.getString("title_vi"),
                        row.getBoolean("illustrative"),
                        Columns.date(row, "original_due_on"),
                        Columns.date(row, "due_on"),
                        row.getInt("extensions"),
                        Case.State.valueOf(row.getString("state")),
                        row.getObject("submitted_on", LocalDate.class),
                        LocalDate.ofInstant(Columns.instant(row, "from_at"), BusinessClock.ZONE)))
                .list();
    }

    /** What each case supports: the pillar by the indicator, empty for the overall indices. */
    Map<String, Supported> supports(int year) {
        Map<String, Supported> supports = new HashMap<>();
        jdbc.sql("select case_key, indicator, pillar from v_case_indicator where plan_year = ?")
                .param(year)
                .query(row -> {
                    supports.computeIfAbsent(row.getString("case_key"), any -> new Supported())
                            .add(row.getString("indicator"), row.getString("pillar"));
                });
        return supports;
    }

    /** Why a case is late, the last words of its unit by then. */
    Map<String, String> reasons(int year, Instant before) {
        Map<String, String> reasons = new HashMap<>();
        jdbc.sql("select case_key, words from v_lateness where plan_year = ? and written_at < ? order by written_at")
                .params(year, Columns.utc(before))
                .query(row -> {
                    String words = row.getString("words").strip();
                    if (!words.isEmpty()) {
                        reasons.put(row.getString("case_key"), words);
                    }
                });
        return reasons;
    }

    /** The indicators of a case, and their pillars. */
    static final class Supported {
        private final TreeMap<String, String> pillars = new TreeMap<>();

        private void add(String indicator, @Nullable String pillar) {
            pillars.put(indicator, pillar == null ? "" : pillar);
        }

        List<String> indicators() {
            return List.copyOf(pillars.keySet());
        }

        List<String> pillars() {
            SortedSet<String> distinct = new TreeSet<>(pillars.values());
            distinct.remove("");
            return List.copyOf(distinct);
        }
    }

    /**
     * A case as it stood.
     *
     * @param since the day since which its state and deadline were so
     */
    record Found(
            String caseKey,
            String assignment,
            int group,
            String unit,
            String unitName,
            String title,
            boolean illustrative,
            LocalDate originalDueOn,
            LocalDate dueOn,
            int extensions,
            Case.State state,
            @Nullable LocalDate submittedOn,
            LocalDate since) {}
}
