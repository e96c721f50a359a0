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

    private final JdbcClient jdbc;

    TotalsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What these cases add as they stand. */
    List<Total> of(Collection<String> caseKeys) {
        List<String> all = List.copyOf(caseKeys);
        List<Total> totals = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            totals.addAll(jdbc.sql("""
                            select plan_year, part, standing, due_on, cases, weight from v_case_total
                            where case_key in (:keys)
                            """)
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
                            select plan_year, part, standing, due_on, cases, weight from v_case_total
                            union all
                            select plan_year, part, standing, due_on, -cases, -weight from totals_part
                        ) both_sides
                        group by plan_year, part, standing, due_on
                        having sum(cases) <> 0 or sum(weight) <> 0
                        """).query(TotalsTable::read).list().stream()
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
