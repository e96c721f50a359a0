package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.Columns;

/**
 * How many cases of a plan stand how. Today is read from the totals that are kept with the cases, which are as many in a
 * large province as in a small one; of a past day the cases are counted, by the database.
 */
@Repository
class TallyQuery {
    private static final List<String> PARTS = List.of(Tallies.UNIT + "%", Tallies.GROUP + "%", Tallies.PILLAR + "%");

    /** The open cases about which somebody wrote lately. */
    private static final String NOTED = """
            c.plan_year = :year and c.state = 'OPEN'
                and c.case_key in (select case_key from v_progress where noted_at >= :since and noted_at < :next)
            """;

    private static final String NOW = """
            select part, stands, sum(cases) as cases, sum(updated) as updated
            from (
                select
                    part,
                    case
                        when standing <> 'OPEN' then standing
                        when due_on < :today then 'OPEN_LATE'
                        else 'OPEN_IN_TIME'
                    end as stands,
                    sum(cases) as cases,
                    0 as updated
                from v_total
                where plan_year = :year and (%1$s)
                group by part, stands
                union all
                select concat('unit:', c.unit), 'OPEN_IN_TIME', 0, 1 from v_standing_now c where <noted>
                union all
                select concat('group:', c.solution_group), 'OPEN_IN_TIME', 0, 1 from v_standing_now c where <noted>
                union all
                select concat('pillar:', served.pillar), 'OPEN_IN_TIME', 0, 1
                from (
                    select distinct i.pillar, c.case_key
                    from v_standing_now c
                    join v_case_indicator i on i.case_key = c.case_key
                    where i.pillar is not null and <noted>
                ) served
            ) today
            where %1$s
            group by part, stands
            """.replace("<noted>", NOTED);

    /** As {@link #NOW}, by counting; each row tells of one part, or of a unit and a group at once. */
    private static final String PAST = """
            with told as (
                select
                    s.case_key, s.unit, s.solution_group, s.original_due_on,
                    case
                        when s.state = 'COMPLETED' and s.submitted_on > s.due_on then 'DONE_LATE'
                        when s.state = 'COMPLETED' then 'DONE_IN_TIME'
                        when s.state = 'OPEN' and s.due_on < :today then 'OPEN_LATE'
                        when s.state = 'OPEN' then 'OPEN_IN_TIME'
                        when s.state in ('SUSPENDED', 'CARRIED_OVER') then s.state
                        else 'OTHER'
                    end as stands,
                    case when s.state = 'OPEN' and p.case_key is not null then 1 else 0 end as updated
                from v_case_standing s
                left join (
                    select distinct case_key from v_progress where noted_at >= :since and noted_at < :next
                ) p on p.case_key = s.case_key
                where s.plan_year = :year and s.from_at < :next and (s.to_at is null or s.to_at >= :next)
            )
            select
                concat('unit:', unit) as part, concat('group:', solution_group) as other_part, stands,
                count(*) as cases, sum(updated) as updated
            from told
            group by unit, solution_group, stands
            union all
            select concat('due:', original_due_on), null, stands, count(*), sum(updated)
            from told
            group by original_due_on, stands
            union all
            select concat('pillar:', served.pillar), null, stands, count(*), sum(updated)
            from told
            join (
                select distinct case_key, pillar from v_case_indicator where plan_year = :year and pillar is not null
            ) served on served.case_key = told.case_key
            group by served.pillar, stands
            """;

    private final JdbcClient jdbc;
    private final DashboardSettings settings;
    private final BusinessClock clock;
    private final PastDays<Tallies> past;

    TallyQuery(JdbcClient jdbc, DashboardSettings settings, BusinessClock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.past = new PastDays<>(clock);
    }

    /** By unit, solution group and pillar, at the end of a day, or now if the day is not over. */
    Tallies of(int year, LocalDate asOf) {
        return of(year, asOf, PARTS);
    }

    /** The same, and by first deadline. */
    Tallies withPlanned(int year, LocalDate asOf) {
        return of(
                year,
                asOf,
                Stream.concat(PARTS.stream(), Stream.of(Tallies.DUE + "%")).toList());
    }

    /** All cases, as they stand. */
    Tally whole(int year) {
        return now(year, List.of(Tallies.GROUP + "%")).whole();
    }

    /** The cases of one unit, as they stand. */
    Tally unit(int year, String code) {
        return now(year, List.of(Tallies.UNIT + code)).unit(code);
    }

    private Tallies of(int year, LocalDate asOf, List<String> parts) {
        return asOf.isBefore(clock.today()) ? past.of(year, asOf, () -> count(year, asOf)) : now(year, parts);
    }

    private Tallies now(int year, List<String> parts) {
        Counts counts = new Counts();
        asked(NOW, year, clock.today(), parts).query(row -> {
            counts.add(row.getString("part"), Standing.valueOf(row.getString("stands")), row.getInt("cases"));
            counts.updated.merge(row.getString("part"), row.getInt("updated"), Integer::sum);
        });
        return counts.tallies();
    }

    private Tallies count(int year, LocalDate asOf) {
        Counts counts = new Counts();
        asked(PAST, year, asOf, List.of()).query(row -> {
            Standing standing = Standing.valueOf(row.getString("stands"));
            for (String part : new String[] {row.getString("part"), row.getString("other_part")}) {
                if (part != null) {
                    counts.add(part, standing, row.getInt("cases"));
                    counts.updated.merge(part, row.getInt("updated"), Integer::sum);
                }
            }
        });
        return counts.tallies();
    }

    /**
     * @param parts which parts are asked for, with wildcards
     */
    private StatementSpec asked(String sql, int year, LocalDate day, List<String> parts) {
        StatementSpec statement = jdbc.sql(sql.formatted(IntStream.range(0, parts.size())
                        .mapToObj("part like :part%d"::formatted)
                        .collect(Collectors.joining(" or "))))
                .param("year", year)
                .param("today", day)
                .param("since", Columns.utc(CaseListQuery.endOf(day.minusDays(settings.updateDays()))))
                .param("next", Columns.utc(CaseListQuery.endOf(day)));
        for (int at = 0; at < parts.size(); at++) {
            statement = statement.param("part" + at, parts.get(at));
        }
        return statement;
    }

    private static final class Counts {
        private final Map<String, Map<Standing, Integer>> cases = new HashMap<>();
        private final Map<String, Integer> updated = new HashMap<>();

        void add(String part, Standing standing, int number) {
            if (number > 0) {
                cases.computeIfAbsent(part, any -> new EnumMap<>(Standing.class))
                        .merge(standing, number, Integer::sum);
            }
        }

        Tallies tallies() {
            Map<String, Tally> tallies = new HashMap<>();
            cases.forEach((part, standings) -> tallies.put(part, new Tally(standings, updated.getOrDefault(part, 0))));
            return new Tallies(tallies);
        }
    }
}
