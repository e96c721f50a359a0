package vn.giaoviec.testing;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.substitution.EndSubstitution;
import vn.giaoviec.substitution.NameSubstitute;
import vn.giaoviec.substitution.Substitution;
import vn.giaoviec.substitution.Substitutions;

/** People who are away, and who stands in for them, in the words of a test: {@code head.stttt>officer1.stttt:HEAD}. */
@TestComponent
public class Absence {
    private final Province province;
    private final NameSubstitute nameSubstitute;
    private final EndSubstitution endSubstitution;
    private final Substitutions substitutions;
    private final BusinessClock clock;
    private final JdbcClient jdbc;

    Absence(
            Province province,
            NameSubstitute nameSubstitute,
            EndSubstitution endSubstitution,
            Substitutions substitutions,
            BusinessClock clock,
            JdbcClient jdbc) {
        this.province = province;
        this.nameSubstitute = nameSubstitute;
        this.endSubstitution = endSubstitution;
        this.substitutions = substitutions;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** From today on, for that many days. */
    public void begins(String words, int days) {
        String[] parts = words.split("[>:]", -1);
        province.as(
                parts[0],
                () -> nameSubstitute.name(
                        "",
                        parts[1],
                        Substitution.Scope.valueOf(parts[2]),
                        clock.today(),
                        clock.today().plusDays(days - 1L),
                        ""));
    }

    /** Whoever is away comes back early. */
    public void ends(String person) {
        of(person).forEach(one -> province.as(person, () -> endSubstitution.end(one.id())));
    }

    /** The number of the one that was named last for a person. */
    public long latest(String person) {
        return of(person).stream().mapToLong(Substitution::id).max().orElseThrow();
    }

    /** Nobody is away any more. */
    public void nobody() {
        jdbc.sql("select distinct person from substitution_period where ended_at is null and to_on >= ?")
                .param(clock.today())
                .query(String.class)
                .list()
                .forEach(this::ends);
    }

    private List<Substitution> of(String person) {
        return province.as(person, () -> substitutions.readableBy(province.directory.me()).stream()
                .filter(one -> one.person().equals(person) && !one.isOver(clock.today()))
                .toList());
    }
}
