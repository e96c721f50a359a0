package vn.giaoviec.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

@Repository
class PeriodTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PeriodTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Map<CaseKey, List<Period>> owed) {
        batches.batchUpdate(
                "insert into casework_period (case_key, number, from_on, to_on) values (?, ?, ?, ?)",
                owed.entrySet().stream()
                        .flatMap(one -> one.getValue().stream().map(period ->
                                new Object[] {one.getKey().toString(), period.number(), period.from(), period.to()}))
                        .toList());
    }

    List<Period> of(CaseKey key) {
        return jdbc.sql("select * from casework_period where case_key = ? order by number")
                .param(key.toString())
                .query(PeriodTable::read)
                .list();
    }

    /** The periods of all cases under way. */
    Map<CaseKey, List<Period>> underWay() {
        Map<CaseKey, List<Period>> periods = new HashMap<>();
        jdbc.sql("""
                        select p.* from casework_period p
                        join casework_case c on c.case_key = p.case_key
                        where c.state in ('OPEN', 'SUSPENDED')
                        order by p.case_key, p.number
                        """).query(row -> {
            periods.computeIfAbsent(CaseKey.of(row.getString("case_key")), any -> new ArrayList<>())
                    .add(read(row, 0));
        });
        return periods;
    }

    private static Period read(ResultSet row, int number) throws SQLException {
        return new Period(
                row.getInt("number"),
                Columns.date(row, "from_on"),
                Columns.date(row, "to_on"),
                row.getObject("due_on", LocalDate.class),
                Columns.optionalInstant(row, "opened_at"),
                Columns.optionalInstant(row, "submitted_at"),
                Columns.optionalInstant(row, "accepted_at"));
    }

    void opened(CaseKey key, Collection<Integer> numbers, Instant at) {
        if (!numbers.isEmpty()) {
            jdbc.sql("update casework_period set opened_at = :at where case_key = :key and number in (:numbers)")
                    .param("at", Columns.utc(at))
                    .param("key", key.toString())
                    .param("numbers", numbers)
                    .update();
        }
    }

    void due(CaseKey key, int number, LocalDate day) {
        jdbc.sql("update casework_period set due_on = ? where case_key = ? and number = ?")
                .params(day, key.toString(), number)
                .update();
    }

    void submitted(CaseKey key, int number, Instant at) {
        jdbc.sql("update casework_period set submitted_at = ? where case_key = ? and number = ?")
                .params(Columns.utc(at), key.toString(), number)
                .update();
    }

    /** A report that was returned is not handed in. */
    void sentBack(CaseKey key, int number) {
        jdbc.sql("update casework_period set submitted_at = null where case_key = ? and number = ?")
                .params(key.toString(), number)
                .update();
    }

    /** Accepts a report; false if it was accepted before. */
    boolean accepted(CaseKey key, int number, Instant at) {
        return jdbc.sql("""
                                update casework_period set accepted_at = ?
                                where case_key = ? and number = ? and accepted_at is null
                                """).params(Columns.utc(at), key.toString(), number).update() == 1;
    }
}
