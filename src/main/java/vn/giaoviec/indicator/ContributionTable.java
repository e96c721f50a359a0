package vn.giaoviec.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

/** The ledger: it only inserts. */
@Repository
class ContributionTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ContributionTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void link(Map<CaseKey, List<Link>> links) {
        batches.batchUpdate(
                "insert into indicator_link (case_key, plan_year, indicator, weight) values (?, ?, ?, ?)",
                links.entrySet().stream()
                        .flatMap(one -> one.getValue().stream().map(link -> new Object[] {
                            one.getKey().toString(), one.getKey().year(), link.indicator(), link.weight()
                        }))
                        .toList());
    }

    List<Link> links(CaseKey key) {
        return jdbc.sql("select indicator, weight from indicator_link where case_key = ? order by indicator")
                .param(key.toString())
                .query((row, number) -> new Link(row.getString("indicator"), row.getBigDecimal("weight")))
                .list();
    }

    /** What an acceptance posted. */
    List<Link> posted(CaseKey key, int acceptanceNumber) {
        return jdbc.sql("""
                        select indicator, weight from indicator_contribution
                        where case_key = ? and acceptance_number = ? and kind = 'POSTING' order by indicator
                        """)
                .params(key.toString(), acceptanceNumber)
                .query((row, number) -> new Link(row.getString("indicator"), row.getBigDecimal("weight")))
                .list();
    }

    /** Posts one entry per link; a second posting of the same acceptance breaks the ledger's unique key. */
    void post(
            CaseKey key,
            List<Link> links,
            int acceptanceNumber,
            Contribution.Kind kind,
            Instant at,
            @Nullable String by) {
        batches.batchUpdate(
                """
                insert into indicator_contribution
                    (case_key, plan_year, indicator, acceptance_number, kind, weight, posted_at, posted_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                links.stream()
                        .map(link -> new Object[] {
                            key.toString(),
                            key.year(),
                            link.indicator(),
                            acceptanceNumber,
                            kind.name(),
                            link.weight(),
                            Columns.utc(at),
                            by
                        })
                        .toList());
    }

    long count(int year, String indicator) {
        return jdbc.sql("select count(*) from indicator_contribution where plan_year = ? and indicator = ?")
                .params(year, indicator)
                .query(Long.class)
                .single();
    }

    List<Contribution> of(int year, String indicator, int most, long skipped) {
        return jdbc.sql("""
                        select * from indicator_contribution where plan_year = ? and indicator = ?
                        order by id
                        limit ? offset ?
                        """)
                .params(year, indicator, most, skipped)
                .query(ContributionTable::read)
                .list();
    }

    List<Contribution> of(CaseKey key) {
        return jdbc.sql("select * from indicator_contribution where case_key = ? order by id")
                .param(key.toString())
                .query(ContributionTable::read)
                .list();
    }

    private static Contribution read(ResultSet row, int number) throws SQLException {
        return new Contribution(
                CaseKey.of(row.getString("case_key")),
                row.getString("indicator"),
                row.getInt("acceptance_number"),
                Contribution.Kind.valueOf(row.getString("kind")),
                row.getBigDecimal("weight"),
                Columns.instant(row, "posted_at"),
                row.getString("posted_by"));
    }

    List<Support> support(int year) {
        return jdbc.sql("select * from v_indicator_support where plan_year = ?")
                .param(year)
                .query(ContributionTable::readSupport)
                .list();
    }

    /** The totals as they were at a moment: what was posted by then, over the cases that had been issued and not withdrawn. */
    List<Support> support(int year, Instant before) {
        return jdbc.sql("""
                        select
                            t.code as indicator,
                            count(l.case_key) as cases,
                            coalesce(sum(case
                                when l.reports = 0 then p.accepted
                                when l.state = 'COMPLETED' then 1
                                else 0 end), 0) as accepted_cases,
                            coalesce(sum(l.weight), 0) as weight,
                            coalesce(sum(p.accepted_weight), 0) as accepted_weight
                        from plan_target t
                        left join (
                            select link.*, k.reports, s.state
                            from indicator_link link
                            join casework_case k on k.case_key = link.case_key
                            join v_case_standing s
                                on s.case_key = link.case_key and s.state not in ('CANCELLED', 'HANDED_OVER')
                                and s.from_at < :before and (s.to_at is null or s.to_at >= :before)
                        ) l on l.plan_year = t.plan_year and l.indicator = t.code
                        left join (
                            select
                                case_key, indicator,
                                sum(case when kind = 'POSTING' then 1 else -1 end) as accepted,
                                sum(case when kind = 'POSTING' then weight else -weight end) as accepted_weight
                            from indicator_contribution
                            where posted_at < :before
                            group by case_key, indicator
                        ) p on p.case_key = l.case_key and p.indicator = l.indicator
                        where t.plan_year = :year
                        group by t.code
                        """)
                .param("year", year)
                .param("before", Columns.utc(before))
                .query(ContributionTable::readSupport)
                .list();
    }

    private static Support readSupport(ResultSet row, int number) throws SQLException {
        return new Support(
                row.getString("indicator"),
                row.getInt("cases"),
                row.getInt("accepted_cases"),
                row.getBigDecimal("weight"),
                row.getBigDecimal("accepted_weight"));
    }

    /** The same totals, rebuilt from where the cases stand and without a look at the ledger. */
    List<Support> rebuilt(int year) {
        return jdbc.sql("""
                        select
                            t.code as indicator,
                            count(l.case_key) as cases,
                            coalesce(sum(case when l.state = 'COMPLETED' then 1 else 0 end), 0) as accepted_cases,
                            coalesce(sum(l.weight), 0) as weight,
                            coalesce(sum(
                                case
                                    when l.reports > 0 then round(l.weight * l.accepted_reports / l.reports, 6)
                                    when l.state = 'COMPLETED' then l.weight
                                    else 0
                                end), 0) as accepted_weight
                        from plan_target t
                        left join (
                            select
                                link.*, k.state, k.reports,
                                (select count(*) from casework_period p
                                 where p.case_key = k.case_key and p.accepted_at is not null) as accepted_reports
                            from indicator_link link
                            join casework_case k
                                on k.case_key = link.case_key and k.state not in ('CANCELLED', 'HANDED_OVER')
                        ) l on l.plan_year = t.plan_year and l.indicator = t.code
                        where t.plan_year = ?
                        group by t.code
                        """).param(year).query(ContributionTable::readSupport).list();
    }

    /**
     * @param indicator the indicator's code
     * @param weight the weight with which a case supports it
     */
    record Link(String indicator, BigDecimal weight) {}
}
