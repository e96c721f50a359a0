package vn.giaoviec.totals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/** The totals, and what each case adds to them. */
@Repository
class TotalsTable {
    private static final int AT_ONCE = 200;
    private static final String ROW = "(?, ?, ?, ?, ?, ?)";

    /**
     * What a case adds to each total of its plan. Which cases is said in every part: the server would not look for a case
     * of a prepared statement within a view that joins them, but read all cases there are.
     */
    private static final String EACH_CASE = """
            select c.plan_year, concat('unit:', c.unit) as part, c.standing, c.due_on, 1 as cases, 0 as weight
            from v_counted_case c
            where %1$s
            union all
            select c.plan_year, concat('due:', c.original_due_on), c.standing, c.due_on, 1, 0
            from v_counted_case c
            where %1$s
            union all
            select c.plan_year, concat('group:', c.solution_group), c.standing, c.due_on, 1, 0
            from v_counted_case c
            where %1$s
            union all
            -- a case of several pillars counts once with each
            select c.plan_year, concat('pillar:', t.pillar), c.standing, c.due_on, 1, 0
            from v_counted_case c
            join indicator_link l on l.case_key = c.case_key
            join plan_target t on t.plan_year = l.plan_year and t.code = l.indicator
            where t.pillar is not null and %1$s
            group by c.case_key, c.plan_year, t.pillar, c.standing, c.due_on
            union all
            -- delivery support of an indicator: the weight of issued cases that were not withdrawn, and of them what was accepted
            select l.plan_year, concat('indicator:', l.indicator), 'ISSUED', date '2000-01-01', 1, l.weight
            from indicator_link l
            join casework_case c on c.case_key = l.case_key and c.state not in ('CANCELLED', 'HANDED_OVER')
            where %1$s
            union all
            -- a recurring case posts with each report, and is accepted with the last
            select l.plan_year, concat('indicator:', l.indicator), 'ACCEPTED', date '2000-01-01', 1, 0
            from indicator_link l
            join casework_case c on c.case_key = l.case_key and c.state = 'COMPLETED' and c.reports > 0
            where %1$s
            union all
            select
                p.plan_year, concat('indicator:', p.indicator), 'ACCEPTED', date '2000-01-01',
                case when c.reports > 0 then 0 when p.kind = 'POSTING' then 1 else -1 end,
                case when p.kind = 'POSTING' then p.weight else -p.weight end
            from indicator_contribution p
            join casework_case c on c.case_key = p.case_key and c.state not in ('CANCELLED', 'HANDED_OVER')
            where %1$s
            """;

    private final JdbcClient jdbc;

    TotalsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What these cases add as they stand. */
    List<Total> of(Collection<String> caseKeys) {
        List<String> all = List.copyOf(caseKeys);
        List<Total> totals = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            totals.addAll(jdbc.sql(EACH_CASE.formatted("c.case_key in (:keys)"))
                    .param("keys", all.subList(from, Math.min(from + AT_ONCE, all.size())))
                    .query(TotalsTable::read)
                    .list());
        }
        return totals;
    }

    /** What has to be added to the totals so that they are the sum of all cases; nothing if all is well. */
    List<Total> missing() {
        return jdbc.sql("""
                        select plan_year, part, standing, due_on, sum(cases) as cases, sum(weight) as weight
                        from (
                            %s
                            union all
                            select plan_year, part, standing, due_on, -cases, -weight from totals_part
                        ) both_sides
                        group by plan_year, part, standing, due_on
                        having sum(cases) <> 0 or sum(weight) <> 0
                        """.formatted(EACH_CASE.formatted("1 = 1"))).query(TotalsTable::read).list().stream()
                .sorted(Comparator.comparing(Total::key))
                .toList();
    }

    private static Total read(ResultSet row, int number) throws SQLException {
        return new Total(
                new Total.Key(
                        row.getInt("plan_year"),
                        row.getString("part"),
                        row.getString("standing"),
                        Columns.date(row, "due_on")),
                row.getLong("cases"),
                row.getBigDecimal("weight"));
    }

    /** Adds differences to what stands there; in the order of their keys, so that nobody waits crosswise. */
    void add(List<Total> differences) {
        for (int from = 0; from < differences.size(); from += AT_ONCE) {
            List<Total> some = differences.subList(from, Math.min(from + AT_ONCE, differences.size()));
            jdbc.sql(
                            "insert into totals_part (plan_year, part, standing, due_on, cases, weight) values "
                                    + String.join(", ", Collections.nCopies(some.size(), ROW))
                                    + " on duplicate key update cases = cases + values(cases), weight = weight + values(weight)")
                    .params(some.stream()
                            .<Object>mapMulti((total, to) -> {
                                to.accept(total.key().year());
                                to.accept(total.key().part());
                                to.accept(total.key().standing());
                                to.accept(total.key().dueOn());
                                to.accept(total.cases());
                                to.accept(total.weight());
                            })
                            .toList())
                    .update();
        }
    }
}
