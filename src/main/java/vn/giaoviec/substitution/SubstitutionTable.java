package vn.giaoviec.substitution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.Columns;

@Repository
class SubstitutionTable {
    private final JdbcClient jdbc;

    SubstitutionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Substitution one) {
        HeldMeanwhile.forget();
        jdbc.sql("""
                        insert into substitution_period
                            (person, substitute, scope, unit, from_on, to_on, note, named_by, named_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        one.person(),
                        one.substitute(),
                        one.scope().name(),
                        one.unit(),
                        one.from(),
                        one.to(),
                        one.note(),
                        one.namedBy(),
                        Columns.utc(one.namedAt()))
                .update();
    }

    /** Ends one now; false if it was ended before. */
    boolean end(long id, String by, Instant at) {
        HeldMeanwhile.forget();
        return jdbc.sql("update substitution_period set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                        .params(by, Columns.utc(at), id)
                        .update()
                == 1;
    }

    Optional<Substitution> find(long id) {
        return jdbc.sql("select s.* from substitution_period s where s.id = ?")
                .param(id)
                .query(SubstitutionTable::read)
                .optional();
    }

    /** Of one who is away in some of these days. */
    List<Substitution> ofPerson(String person, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select s.* from substitution_period s
                        where s.person = ? and s.ended_at is null and s.from_on <= ? and s.to_on >= ?
                        """)
                .params(person, to, from)
                .query(SubstitutionTable::read)
                .list();
    }

    /** In which one stands in, or stood in. */
    List<Substitution> ofSubstitute(String substitute) {
        return jdbc.sql("select s.* from substitution_period s where s.substitute = ? order by s.to_on desc, s.id desc")
                .param(substitute)
                .query(SubstitutionTable::read)
                .list();
    }

    /** The latest that concern that person, or anybody of these units. */
    List<Substitution> latest(String person, Collection<String> units, int most) {
        return jdbc.sql("""
                        select s.* from substitution_period s
                        where s.person = :person or s.substitute = :person or s.unit in (:units)
                        order by s.to_on desc, s.id desc
                        limit :most
                        """)
                .param("person", person)
                .param("units", units.isEmpty() ? List.of("") : units)
                .param("most", most)
                .query(SubstitutionTable::read)
                .list();
    }

    List<Substitution> latest(int most) {
        return jdbc.sql("select s.* from substitution_period s order by s.to_on desc, s.id desc limit ?")
                .param(most)
                .query(SubstitutionTable::read)
                .list();
    }

    /** What one may do that day in others' places; asked once in a transaction. */
    List<Held> held(String substitute, LocalDate day) {
        // hardly anybody stands in on a day, and whether they do is told by one index
        return HeldMeanwhile.of(
                substitute,
                day,
                () -> represented(List.of(substitute), day).isEmpty() ? List.of() : askHeld(substitute, day));
    }

    private List<Held> askHeld(String substitute, LocalDate day) {
        return jdbc.sql("""
                        select distinct person, group_id from v_stand_in
                        where substitute = ? and from_on <= ? and to_on >= ?
                        order by person, group_id
                        """)
                .params(substitute, day, day)
                .query((row, number) -> new Held(row.getString("person"), row.getString("group_id")))
                .list();
    }

    /** For whom any of these people stand in that day, whatever is left of it to do. */
    Set<String> represented(Collection<String> substitutes, LocalDate day) {
        return jdbc.sql("""
                        select distinct s.person from substitution_period s
                        where s.substitute in (:substitutes) and s.ended_at is null
                            and s.from_on <= :day and s.to_on >= :day
                        """)
                .param("substitutes", substitutes)
                .param("day", day)
                .query(String.class)
                .set();
    }

    private static Substitution read(ResultSet row, int number) throws SQLException {
        return new Substitution(
                row.getLong("id"),
                row.getString("person"),
                row.getString("substitute"),
                Substitution.Scope.valueOf(row.getString("scope")),
                row.getString("unit"),
                Columns.date(row, "from_on"),
                Columns.date(row, "to_on"),
                row.getString("note"),
                row.getString("named_by"),
                Columns.instant(row, "named_at"),
                row.getString("ended_by"),
                Columns.optionalInstant(row, "ended_at"));
    }
}
