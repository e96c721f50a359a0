package vn.giaoviec.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.directory.SynchroniseDirectory.Stored;
import vn.giaoviec.shared.Columns;

@Repository
class PersonTable {
    private static final String SELECT = """
            select p.id, p.name, p.unit, m.group_id
            from directory_person p
            left join directory_membership m on m.person = p.id
            """;

    private static final String ACTIVE = SELECT + " where p.active = true";

    private static final String STORED = """
            select p.id, p.subject, p.name, p.unit, p.active, p.email, m.group_id
            from directory_person p
            left join directory_membership m on m.person = p.id
            """;

    private static final int BATCH = 500;
    private static final int MOST_TEXT = 4000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PersonTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Person> find(String id) {
        return people(jdbc.sql(ACTIVE + " and p.id = ?").param(id)).stream().findFirst();
    }

    List<Person> members(String group) {
        return people(jdbc.sql(ACTIVE
                        + " and p.id in (select person from directory_membership where group_id = ?)"
                        + " order by p.name, p.id")
                .param(group));
    }

    List<Person> all() {
        return people(jdbc.sql(ACTIVE + " order by p.unit, p.name, p.id"));
    }

    List<Person> former() {
        return people(jdbc.sql(SELECT + " where p.active = false order by p.unit, p.name, p.id"));
    }

    void addMissing(Collection<Person> people, Function<String, @Nullable String> address) {
        Set<String> known = jdbc.sql("select id from directory_person").query(String.class).list().stream()
                .collect(Collectors.toSet());
        List<Person> missing =
                people.stream().filter(person -> !known.contains(person.id())).toList();
        batches.batchUpdate(
                "insert into directory_person (id, name, unit, active, email) values (?, ?, ?, true, ?)",
                missing.stream()
                        .map(person ->
                                new Object[] {person.id(), person.name(), person.unit(), address.apply(person.id())})
                        .toList());
        batches.batchUpdate(
                "insert into directory_membership (person, group_id) values (?, ?)",
                missing.stream()
                        .flatMap(person -> person.groups().stream().map(group -> new Object[] {person.id(), group}))
                        .toList());
    }

    Map<String, String> addresses(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select id, email from directory_person where active = true and email is not null and id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(row.getString("id"), row.getString("email")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Stored> stored() {
        return stored(jdbc.sql(STORED));
    }

    List<Stored> storedLike(String subject, String username) {
        return stored(jdbc.sql(STORED + " where p.subject = ? or p.id = ? or p.id like ?")
                .params(subject, username, username.replaceAll("[%_]", "_") + ".%"));
    }

    private static List<Stored> stored(JdbcClient.StatementSpec statement) {
        Map<String, Stored> people = new LinkedHashMap<>();
        statement.query((RowCallbackHandler) row -> {
            String id = row.getString("id");
            Stored person = people.get(id);
            if (person == null) {
                person = new Stored(
                        id,
                        row.getString("subject"),
                        row.getString("name"),
                        row.getString("unit"),
                        row.getBoolean("active"),
                        row.getString("email"),
                        Set.of());
                people.put(id, person);
            }
            if (row.getString("group_id") != null) {
                person.groups().add(row.getString("group_id"));
            }
        });
        return List.copyOf(people.values());
    }

    /** Inserts or overwrites, with the groups; in batches. */
    void put(List<Stored> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Set<String> known = jdbc.sql("select id from directory_person").query(String.class).list().stream()
                .collect(Collectors.toSet());
        inBatches(
                "insert into directory_person (name, unit, active, subject, email, id) values (?, ?, ?, ?, ?, ?)",
                changed.stream().filter(person -> !known.contains(person.id())).map(PersonTable::row));
        inBatches(
                "update directory_person set name = ?, unit = ?, active = ?, subject = ?, email = ? where id = ?",
                changed.stream().filter(person -> known.contains(person.id())).map(PersonTable::row));
        inBatches(
                "delete from directory_membership where person = ?",
                changed.stream().map(person -> new Object[] {person.id()}));
        inBatches(
                "insert into directory_membership (person, group_id) values (?, ?)",
                changed.stream()
                        .flatMap(person -> person.groups().stream().map(group -> new Object[] {person.id(), group})));
    }

    private static Object[] row(Stored person) {
        return new Object[] {
            person.name(), person.unit(), person.active(), person.subject(), person.email(), person.id()
        };
    }

    private void inBatches(String sql, Stream<Object[]> rows) {
        List<Object[]> all = rows.toList();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.batchUpdate(sql, all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    void rememberSynchronisation(Synchronised done) {
        jdbc.sql("delete from directory_synchronisation").update();
        String groups = String.join("\n", done.unknownGroups());
        jdbc.sql("""
                        insert into directory_synchronisation (id, finished_at, people, changed, unknown_groups)
                        values (1, ?, ?, ?, ?)
                        """)
                .params(
                        Columns.utc(done.at()),
                        done.people(),
                        done.changed(),
                        groups.substring(0, Math.min(groups.length(), MOST_TEXT)))
                .update();
    }

    Optional<Synchronised> lastSynchronisation() {
        return jdbc.sql("select * from directory_synchronisation")
                .query((row, number) -> new Synchronised(
                        Columns.instant(row, "finished_at"),
                        row.getInt("people"),
                        row.getInt("changed"),
                        row.getString("unknown_groups").lines().toList()))
                .optional();
    }

    private static List<Person> people(JdbcClient.StatementSpec statement) {
        Map<String, Person> people = new LinkedHashMap<>();
        statement.query((RowCallbackHandler) row -> add(people, row));
        return List.copyOf(people.values());
    }

    /** Adds the person of a row, and the group it names; a row without a person adds nobody. */
    static void add(Map<String, Person> people, ResultSet row) throws SQLException {
        String id = row.getString("id");
        if (id != null) {
            Person person = people.get(id);
            if (person == null) {
                person = new Person(id, row.getString("name"), row.getString("unit"), new LinkedHashSet<>());
                people.put(id, person);
            }
            if (row.getString("group_id") != null) {
                person.groups().add(row.getString("group_id"));
            }
        }
    }
}
