package vn.giaoviec.directory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonTable {
    private static final String SELECT = """
            select p.id, p.name, p.unit, m.group_id
            from directory_person p
            left join directory_membership m on m.person = p.id
            where p.active = true
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PersonTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Person> find(String id) {
        return people(jdbc.sql(SELECT + " and p.id = ?").param(id)).stream().findFirst();
    }

    List<Person> members(String group) {
        return people(jdbc.sql(SELECT
                        + " and p.id in (select person from directory_membership where group_id = ?)"
                        + " order by p.name, p.id")
                .param(group));
    }

    List<Person> all() {
        return people(jdbc.sql(SELECT + " order by p.unit, p.name, p.id"));
    }

    void addMissing(Collection<Person> people) {
        Set<String> known = jdbc.sql("select id from directory_person").query(String.class).list().stream()
                .collect(Collectors.toSet());
        List<Person> missing =
                people.stream().filter(person -> !known.contains(person.id())).toList();
        batches.batchUpdate(
                "insert into directory_person (id, name, unit, active) values (?, ?, ?, true)",
                missing.stream()
                        .map(person -> new Object[] {person.id(), person.name(), person.unit()})
                        .toList());
        batches.batchUpdate(
                "insert into directory_membership (person, group_id) values (?, ?)",
                missing.stream()
                        .flatMap(person -> person.groups().stream().map(group -> new Object[] {person.id(), group}))
                        .toList());
    }

    private static List<Person> people(JdbcClient.StatementSpec statement) {
        Map<String, Person> people = new LinkedHashMap<>();
        statement
                .query((row, number) -> new Membership(
                        row.getString("id"), row.getString("name"), row.getString("unit"), row.getString("group_id")))
                .list()
                .forEach(membership -> {
                    Person person = people.computeIfAbsent(
                            membership.id,
                            id -> new Person(id, membership.name, membership.unit, new LinkedHashSet<>()));
                    if (membership.group != null) {
                        person.groups().add(membership.group);
                    }
                });
        return List.copyOf(people.values());
    }

    private record Membership(
            String id, String name, String unit, @Nullable String group) {}
}
