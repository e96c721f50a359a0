package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.shared.Columns;

/** When something is due of a unit's open cases: the deadline, or the oldest report that is owed. */
@Repository
class UnitDueQuery {
    /** The cases at the top, and of each later day one that tells how many there are. */
    private static final String DUE = """
            select
                placed.next_due_on, placed.cases, placed.place,
                c.case_key, c.assignment, c.title_vi, c.title_en, c.state, c.due_on
            from (
                select
                    case_key, next_due_on,
                    count(*) over (partition by next_due_on) as cases,
                    row_number() over (partition by next_due_on order by case_key) as place_in_day,
                    row_number() over (order by next_due_on, case_key) as place
                from (
                    select case_key, next_due_on from v_next_deadline
                    where unit = :unit and plan_year = :year and next_due_on between :from and :until
                    union all
                    select case_key, next_due_on from v_next_report
                    where unit = :unit and plan_year = :year and next_due_on between :from and :until
                ) due
            ) placed
            join v_case c on c.case_key = placed.case_key
            where placed.place <= :most or placed.place_in_day = 1
            order by placed.place
            """;

    private final JdbcClient jdbc;

    UnitDueQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is due on the days from one to another, both included.
     *
     * @param most how many cases are told
     */
    Due due(int year, String unit, LocalDate from, LocalDate until, LocalDate today, int most) {
        Due due = new Due(new TreeMap<>(), new ArrayList<>());
        jdbc.sql(DUE)
                .param("year", year)
                .param("unit", unit)
                .param("from", from)
                .param("until", until)
                .param("most", most)
                .query(row -> {
                    LocalDate nextDueOn = Columns.date(row, "next_due_on");
                    due.days.put(nextDueOn, row.getInt("cases"));
                    if (row.getLong("place") <= most) {
                        LocalDate dueOn = Columns.date(row, "due_on");
                        due.first.add(new DueCase(
                                row.getString("case_key"),
                                row.getString("assignment"),
                                Columns.text(row, "title"),
                                dueOn,
                                nextDueOn,
                                Standing.of(Case.State.valueOf(row.getString("state")), dueOn, null, today)));
                    }
                });
        return due;
    }

    /**
     * @param days of how many cases something is due on each day; days without are missing
     * @param first the cases of which something is due first
     */
    record Due(Map<LocalDate, Integer> days, List<DueCase> first) {
        int cases() {
            return days.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
