package vn.giaoviec.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

@Repository
class UnitTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    UnitTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Unit> all() {
        return jdbc.sql("select * from directory_unit order by ordinal, code")
                .query(UnitTable::unit)
                .list();
    }

    Optional<Unit> find(String code) {
        return jdbc.sql("select * from directory_unit where code = ?")
                .param(code)
                .query(UnitTable::unit)
                .optional();
    }

    /** The unit with those who work in it, in one statement. */
    Optional<StaffedUnit> staffed(String code) {
        List<Unit> found = new ArrayList<>();
        Map<String, Person> people = new LinkedHashMap<>();
        jdbc.sql("""
                        select u.*, p.id, p.name, p.unit, g.group_id
                        from directory_unit u
                        left join directory_membership m on m.group_id in (:groups)
                        left join directory_person p on p.id = m.person and p.active = true
                        left join directory_membership g on g.person = p.id
                        where u.code = :code
                        order by p.name, p.id
                        """)
                .param("code", code)
                .param("groups", List.of(Groups.head(code), Groups.staff(code)))
                .query((RowCallbackHandler) row -> {
                    if (found.isEmpty()) {
                        found.add(unit(row, 0));
                    }
                    PersonTable.add(people, row);
                });
        return found.stream().findFirst().map(unit -> new StaffedUnit(unit, List.copyOf(people.values())));
    }

    void addMissing(Collection<Unit> units) {
        Set<String> known = all().stream().map(Unit::code).collect(Collectors.toSet());
        int[] ordinal = {known.size()};
        List<Object[]> rows = units.stream()
                .filter(unit -> !known.contains(unit.code()))
                .map(unit -> new Object[] {
                    unit.code(),
                    unit.name().vi(),
                    unit.name().en(),
                    unit.shortName(),
                    unit.kind().name(),
                    unit.validFrom(),
                    unit.validTo(),
                    unit.successor(),
                    ordinal[0]++
                })
                .toList();
        batches.batchUpdate("""
                insert into directory_unit
                    (code, name_vi, name_en, short_name, kind, valid_from, valid_to, successor, ordinal)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    void end(String code, LocalDate lastDay, String successor) {
        jdbc.sql("update directory_unit set valid_to = ?, successor = ? where code = ?")
                .params(lastDay, successor, code)
                .update();
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getString("code"),
                Columns.text(row, "name"),
                row.getString("short_name"),
                Unit.Kind.valueOf(row.getString("kind")),
                Columns.date(row, "valid_from"),
                row.getObject("valid_to", LocalDate.class),
                row.getString("successor"));
    }
}
