package vn.giaoviec.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Columns;

/** Open cases by their deadlines. */
@Repository
class DueCaseQuery {
    private final JdbcClient jdbc;
    private final Directory directory;

    DueCaseQuery(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** All of the province. */
    List<DueCase> all() {
        return jdbc.sql("select * from v_case_due where state = 'OPEN' order by due_on, case_key")
                .query(DueCaseQuery::read)
                .list();
    }

    /** Those of the units the person leads, and those the person works at. */
    List<DueCase> of(Person person) {
        List<String> units = directory.units().stream()
                .map(Unit::code)
                .filter(person::worksIn)
                .toList();
        if (units.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from v_case_due
                        where state = 'OPEN' and unit in (:units)
                        order by due_on, case_key
                        """).param("units", units).query(DueCaseQuery::read).list().stream()
                .filter(one -> concerns(person, one))
                .toList();
    }

    /** A head's are the unit's, an officer's the own. */
    static boolean concerns(Person person, DueCase one) {
        return person.heads(one.unit()) || (person.id().equals(one.officer()) && person.in(Groups.staff(one.unit())));
    }

    private static DueCase read(ResultSet row, int number) throws SQLException {
        return new DueCase(
                row.getString("case_key"),
                row.getString("assignment"),
                Columns.text(row, "title"),
                row.getString("unit"),
                row.getString("unit_short_name"),
                Columns.date(row, "due_on"),
                row.getObject("report_due_on", LocalDate.class),
                row.getInt("moves"),
                Columns.instant(row, "due_since"),
                row.getObject("submitted_at") != null,
                row.getString("officer"));
    }
}
