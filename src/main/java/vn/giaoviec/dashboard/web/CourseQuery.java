package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Text;

/** The course of a plan's year: how its cases stood at the end of each month. The database counts, all days at once. */
@Repository
class CourseQuery {
    private final JdbcClient jdbc;

    CourseQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last day of each month of a year, and the day that is asked for unless the year has not begun by then. */
    static List<LocalDate> days(int year, LocalDate asOf) {
        Stream<LocalDate> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month).atEndOfMonth());
        return Stream.concat(months, Stream.of(asOf).filter(day -> day.getYear() >= year))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The figures of each unit that had cases, at the end of each of these days. Of days after the one that is asked for, only
     * what was planned for them means anything: it counts the cases as they stood on that one.
     *
     * @param days at least one
     */
    List<Evening> course(int year, List<LocalDate> days, LocalDate asOf) {
        StatementSpec statement = jdbc.sql("""
                        select
                            d.on_day, s.unit, s.name_vi, s.name_en,
                            sum(case when s.state in ('OPEN', 'SUSPENDED', 'COMPLETED', 'CARRIED_OVER') then 1 else 0 end) as issued,
                            sum(case when s.state = 'COMPLETED' then 1 else 0 end) as accepted,
                            sum(case when s.state = 'OPEN' and s.due_on < d.on_day then 1 else 0 end) as late,
                            sum(case
                                when s.state in ('OPEN', 'SUSPENDED', 'COMPLETED', 'CARRIED_OVER') and s.original_due_on <= d.on_day
                                then 1 else 0 end) as planned
                        from (%s) d
                        join v_case_course s on s.from_at < d.next_at and (s.to_at is null or s.to_at >= d.next_at)
                        where s.plan_year = :year
                        group by d.on_day, s.unit, s.name_vi, s.name_en
                        """.formatted(IntStream.range(0, days.size())
                .mapToObj(
                        "select cast(:day%1$d as date) as on_day, cast(:next%1$d as datetime(6)) as next_at"::formatted)
                .collect(Collectors.joining(" union all "))));
        for (int at = 0; at < days.size(); at++) {
            LocalDate day = days.get(at);
            statement = statement
                    .param("day" + at, day)
                    .param("next" + at, Columns.utc(CaseListQuery.endOf(day.isAfter(asOf) ? asOf : day)));
        }
        return statement
                .param("year", year)
                .query((row, number) -> new Evening(
                        Columns.date(row, "on_day"),
                        row.getString("unit"),
                        Columns.text(row, "name"),
                        row.getInt("issued"),
                        row.getInt("accepted"),
                        row.getInt("late"),
                        row.getInt("planned")))
                .list();
    }

    /**
     * The cases of one unit at the end of one day.
     *
     * @param day the day
     * @param unit code of the accountable unit
     * @param name the unit's name
     * @param issued those that count in the total
     * @param accepted those of them that are done
     * @param late those that are open, and late
     * @param planned those of the total that were due by then when they were issued
     */
    record Evening(LocalDate day, String unit, Text name, int issued, int accepted, int late, int planned) {}
}
