package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

/** How the cases of a plan stood at the end of some days. The database counts, all days at once. */
@Repository
class CourseQuery {
    private final JdbcClient jdbc;

    CourseQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The figures of each unit that had cases, at the end of each of these days, by counting.
     *
     * @param days none in the future; at least one
     */
    List<Evening> evenings(int year, List<LocalDate> days) {
        StatementSpec statement = jdbc.sql("""
                        select
                            d.on_day, s.unit,
                            sum(case when s.state in ('OPEN', 'SUSPENDED', 'COMPLETED', 'CARRIED_OVER') then 1 else 0 end) as issued,
                            sum(case when s.state = 'COMPLETED' then 1 else 0 end) as accepted,
                            sum(case when s.state = 'OPEN' and s.due_on < d.on_day then 1 else 0 end) as late
                        from (%s) d
                        join v_case_standing s on s.from_at < d.next_at and (s.to_at is null or s.to_at >= d.next_at)
                        where s.plan_year = :year
                        group by d.on_day, s.unit
                        """.formatted(IntStream.range(0, days.size())
                .mapToObj(
                        "select cast(:day%1$d as date) as on_day, cast(:next%1$d as datetime(6)) as next_at"::formatted)
                .collect(Collectors.joining(" union all "))));
        for (int at = 0; at < days.size(); at++) {
            statement = statement
                    .param("day" + at, days.get(at))
                    .param("next" + at, Columns.utc(CaseListQuery.endOf(days.get(at))));
        }
        return statement
                .param("year", year)
                .query((row, number) -> new Evening(
                        Columns.date(row, "on_day"),
                        row.getString("unit"),
                        row.getInt("issued"),
                        row.getInt("accepted"),
                        row.getInt("late")))
                .list();
    }

    /**
     * The cases of one unit at the end of one day.
     *
     * @param day the day
     * @param unit code of the accountable unit
     * @param issued those that count in the total
     * @param accepted those of them that are done
     * @param late those that are open, and late
     */
    record Evening(LocalDate day, String unit, int issued, int accepted, int late) {}
}
