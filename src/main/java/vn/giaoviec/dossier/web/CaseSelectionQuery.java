package vn.giaoviec.dossier.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.casework.Case;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;

/** The cases that somebody wants to take away. */
@Repository
class CaseSelectionQuery {
    private static final String FIND = """
            select case_key, state, title_vi, title_en, unit_short_name, count(*) over () as matching
            from v_case
            where %s
            order by plan_year desc, solution_group, assignment, unit
            limit :most
            """;

    private static final String BY_KEY = FIND.formatted("case_key in (:keys)");

    private static final String BY_WHAT_IT_IS = FIND.formatted("""
                (:year is null or plan_year = :year)
                and (:unit is null or unit = :unit)
                and (:running is null or (state in ('OPEN', 'SUSPENDED')) = :running)
            """);

    private final JdbcClient jdbc;

    CaseSelectionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first so many of the cases that match, the newest plan first, and how many match in all. */
    Found find(CaseSelection wanted, int most) {
        List<String> keys = wanted.typedKeys();
        if (keys.size() > most) {
            return new Found(keys.size(), List.of(), List.of());
        }
        Found found =
                found((keys.isEmpty() ? byWhatItIs(wanted) : jdbc.sql(BY_KEY).param("keys", keys)).param("most", most));
        Set<String> known = found.lines.stream().map(Line::caseKey).collect(Collectors.toSet());
        return new Found(
                found.matching,
                found.lines,
                keys.stream().filter(key -> !known.contains(key)).toList());
    }

    private JdbcClient.StatementSpec byWhatItIs(CaseSelection wanted) {
        return jdbc.sql(BY_WHAT_IT_IS)
                .param("year", wanted.year())
                .param("unit", wanted.unit() == null || wanted.unit().isBlank() ? null : wanted.unit())
                .param("running", wanted.running());
    }

    private static Found found(JdbcClient.StatementSpec statement) {
        int[] matching = {0};
        List<Line> lines = statement
                .query((row, number) -> {
                    matching[0] = row.getInt("matching");
                    return new Line(
                            row.getString("case_key"),
                            Case.State.valueOf(row.getString("state")),
                            Columns.text(row, "title"),
                            row.getString("unit_short_name"));
                })
                .list();
        return new Found(matching[0], lines, List.of());
    }

    /**
     * @param matching how many match
     * @param lines the first of them
     * @param unknown keys that no case has
     */
    record Found(int matching, List<Line> lines, List<String> unknown) {}

    /**
     * @param caseKey the case, as its address
     * @param state where it stands
     * @param title what is to be done
     * @param unit short name of the accountable unit
     */
    record Line(String caseKey, Case.State state, Text title, String unit) {}
}
