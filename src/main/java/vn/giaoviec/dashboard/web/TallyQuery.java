package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.Columns;

/**
 * How many cases of a plan stand how, as of any day. The database counts: it answers with a row for each deadline, not for
 * each case, so that the home page costs the same in a large province.
 */
@Repository
class TallyQuery {
    /** How the code of a solution group begins among other parts; its number follows. */
    static final String GROUP = "group:";

    /** How the code of a pillar begins among other parts; its own follows. */
    static final String PILLAR = "pillar:";

    private static final String WHOLE = "";

    private final JdbcClient jdbc;
    private final DashboardSettings settings;

    TallyQuery(JdbcClient jdbc, DashboardSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** All cases of a plan. */
    Tally whole(int year, LocalDate asOf) {
        return count("'" + WHOLE + "'", "", year, asOf).getOrDefault(WHOLE, Tally.NOTHING);
    }

    /** By code of the accountable unit; a unit without cases is missing. */
    Map<String, Tally> byUnit(int year, LocalDate asOf) {
        return count("s.unit", "", year, asOf);
    }

    /** By number of the solution group; a group without cases is missing. */
    Map<String, Tally> byGroup(int year, LocalDate asOf) {
        return count("s.solution_group", "", year, asOf);
    }

    /** By code of the pillar; a case that serves several counts in each. */
    Map<String, Tally> byPillar(int year, LocalDate asOf) {
        return count("i.pillar", """
                join (
                    select distinct case_key, pillar from v_case_indicator
                    where plan_year = :year and pillar is not null
                ) i on i.case_key = s.case_key
                """, year, asOf);
    }

    /** Solution groups and pillars at once, by {@link #GROUP} or {@link #PILLAR} and their code; one without cases is missing. */
    Map<String, Tally> byPart(int year, LocalDate asOf) {
        return count("i.part", "join v_case_part i on i.case_key = s.case_key and i.plan_year = :year", year, asOf);
    }

    private Map<String, Tally> count(String code, String join, int year, LocalDate asOf) {
        Map<String, Map<Standing, Integer>> counts = new HashMap<>();
        Map<String, Integer> updated = new HashMap<>();
        jdbc.sql("""
                        select %s as code, s.state, s.due_on, s.submitted_on, count(*) as cases, count(p.case_key) as updated
                        from v_case_standing s
                        left join (
                            select distinct case_key from v_progress where noted_at >= :since and noted_at < :next
                        ) p on p.case_key = s.case_key
                        %s
                        where s.plan_year = :year and s.from_at < :next and (s.to_at is null or s.to_at >= :next)
                        group by %1$s, s.state, s.due_on, s.submitted_on
                        """.formatted(code, join))
                .param("year", year)
                .param("since", Columns.utc(CaseListQuery.endOf(asOf.minusDays(settings.updateDays()))))
                .param("next", Columns.utc(CaseListQuery.endOf(asOf)))
                .query(row -> {
                    Standing standing = Standing.of(
                            Case.State.valueOf(row.getString("state")),
                            Columns.date(row, "due_on"),
                            Columns.date(row, "submitted_on"),
                            asOf);
                    counts.computeIfAbsent(row.getString("code"), any -> new EnumMap<>(Standing.class))
                            .merge(standing, row.getInt("cases"), Integer::sum);
                    if (standing.isOpen()) {
                        updated.merge(row.getString("code"), row.getInt("updated"), Integer::sum);
                    }
                });
        Map<String, Tally> tallies = new HashMap<>();
        counts.forEach((of, standings) -> tallies.put(of, new Tally(standings, updated.getOrDefault(of, 0))));
        return tallies;
    }
}
