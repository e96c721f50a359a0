package vn.giaoviec.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.proof.Rows;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.Columns;

/** Looks through the entries, the youngest first; row by row where there may be many. */
@Repository
class EntryQuery {
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;

    EntryQuery(DataSource database) {
        jdbc = new JdbcTemplate(database);
        // so MariaDB's driver reads them one part after the other; H2 keeps all of them
        jdbc.setFetchSize(ROWS_AT_ONCE);
    }

    /** Entries older than a given one. */
    List<Entry> before(EntryFilter filter, long id, int most) {
        Conditions where = new Conditions(filter);
        where.and("entry.id < ?", id);
        where.parameters.add(most);
        return jdbc.query(
                "select entry.* from audit_entry entry where " + where.text() + " order by entry.id desc limit ?",
                (row, number) -> read(row),
                where.parameters.toArray());
    }

    /** How many there are. */
    long count(EntryFilter filter) {
        Conditions where = new Conditions(filter);
        Long count = jdbc.queryForObject(
                "select count(*) from audit_entry entry where " + where.text(), Long.class, where.parameters.toArray());
        return count == null ? 0 : count;
    }

    void each(EntryFilter filter, Consumer<Entry> consumer) {
        Conditions where = new Conditions(filter);
        jdbc.query(
                "select entry.* from audit_entry entry where " + where.text() + " order by entry.id desc",
                row -> {
                    consumer.accept(read(row));
                },
                where.parameters.toArray());
    }

    /** Every name of a fact, and every rule that has refused something. */
    List<String> actions() {
        return jdbc.queryForList("select distinct action from audit_entry order by action", String.class);
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("case_key"),
                row.getString("actor"),
                row.getString("acting_for"),
                row.getString("action"),
                row.getBoolean("refused"),
                row.getString("facts"),
                Columns.instant(row, "business_time"),
                Columns.instant(row, "real_time"));
    }

    private static final class Conditions {
        private final List<String> all = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        Conditions(EntryFilter filter) {
            if (filter.action() == null) {
                and("entry.action <> ?", Rows.FACT);
            } else {
                and("entry.action = ?", filter.action());
            }
            if (filter.person() != null) {
                all.add("(entry.actor = ? or entry.acting_for = ?)");
                parameters.addAll(List.of(filter.person(), filter.person()));
            }
            if (filter.theCase() != null) {
                and("entry.case_key = ?", filter.theCase().toString());
            }
            if (filter.unit() != null) {
                and(
                        "entry.case_key in (select opened.case_key from casework_case opened where opened.unit = ?)",
                        filter.unit());
            }
            if (filter.from() != null) {
                and("entry.business_time >= ?", startOf(filter.from()));
            }
            if (filter.to() != null) {
                and("entry.business_time < ?", startOf(filter.to().plusDays(1)));
            }
            if (filter.refused()) {
                and("entry.refused = ?", true);
                and("entry.action like ?", "refusal.%");
            }
        }

        private static Object startOf(LocalDate day) {
            return Columns.utc(day.atStartOfDay(BusinessClock.ZONE).toInstant());
        }

        void and(String condition, Object parameter) {
            all.add(condition);
            parameters.add(parameter);
        }

        String text() {
            return String.join(" and ", all);
        }
    }
}
