package vn.giaoviec.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

@Repository
class CalendarDayTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CalendarDayTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Days that differ from the plain week, mapped to whether they are worked; at least those of this span. */
    Map<LocalDate, Boolean> between(LocalDate from, LocalDate to) {
        Map<LocalDate, Boolean> settled = SettledMeanwhile.days();
        return settled == null ? read(from, to) : settled;
    }

    /** Reads all days for the rest of this transaction; it has the turn, so nobody else changes them. */
    void settle() {
        SettledMeanwhile.keep(read(LocalDate.of(1900, 1, 1), LocalDate.of(2999, 12, 31)));
    }

    private Map<LocalDate, Boolean> read(LocalDate from, LocalDate to) {
        return jdbc
                .sql("select on_day, worked from calendar_day where on_day between ? and ?")
                .params(from, to)
                .query((row, number) -> Map.entry(row.getObject("on_day", LocalDate.class), row.getBoolean("worked")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every day that differs from the plain week, in order. */
    List<CalendarDay> all() {
        return jdbc.sql("select * from calendar_day order by on_day")
                .query(CalendarDayTable::read)
                .list();
    }

    /** The same of one year. */
    List<CalendarDay> of(int year) {
        return jdbc.sql("select * from calendar_day where on_day between ? and ? order by on_day")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query(CalendarDayTable::read)
                .list();
    }

    /** Sets days to what they shall be; a day as in a plain week needs no row. */
    void set(Collection<CalendarDay> days) {
        SettledMeanwhile.forget();
        batches.batchUpdate(
                "delete from calendar_day where on_day = ?",
                days.stream().map(day -> new Object[] {day.day()}).toList());
        batches.batchUpdate(
                "insert into calendar_day (on_day, worked, note, official) values (?, ?, ?, ?)",
                days.stream()
                        .filter(day -> day.kind() != CalendarDay.Kind.PLAIN)
                        .map(day ->
                                new Object[] {day.day(), day.kind() == CalendarDay.Kind.WORK, day.note(), day.official()
                                })
                        .toList());
    }

    private static CalendarDay read(ResultSet row, int number) throws SQLException {
        return new CalendarDay(
                Columns.date(row, "on_day"),
                row.getBoolean("worked") ? CalendarDay.Kind.WORK : CalendarDay.Kind.OFF,
                row.getString("note"),
                row.getBoolean("official"));
    }
}
