package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Text;

/** The units most provinces have, for whoever reads an annex of a province whose directory knows only some of them. */
public final class CommonUnits {
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    private CommonUnits() {}

    /** The given units, and after them those that most provinces have and that are not among them. */
    public static List<Unit> with(List<Unit> given) {
        Map<String, Unit> all = new LinkedHashMap<>();
        given.forEach(unit -> all.put(unit.code(), unit));
        for (Map<?, ?> entry : WordLists.maps(WordLists.load("bodies.yaml"), "units")) {
            Unit common = unit(entry);
            all.merge(common.code(), common, CommonUnits::completed);
        }
        return List.copyOf(all.values());
    }

    /** What is given stands; only who took over may be added. */
    private static Unit completed(Unit given, Unit common) {
        return given.successor() != null
                ? given
                : new Unit(
                        given.code(),
                        given.name(),
                        given.shortName(),
                        given.kind(),
                        given.validFrom(),
                        given.validTo(),
                        common.successor());
    }

    private static Unit unit(Map<?, ?> entry) {
        String name = String.valueOf(entry.get("name"));
        LocalDate from = day(entry.get("from"));
        Object successor = entry.get("successor");
        return new Unit(
                String.valueOf(entry.get("code")),
                new Text(name, name),
                name,
                Unit.Kind.valueOf(String.valueOf(entry.get("kind"))),
                from == null ? LONG_AGO : from,
                day(entry.get("until")),
                successor == null ? null : String.valueOf(successor));
    }

    private static @Nullable LocalDate day(@Nullable Object written) {
        if (written instanceof java.util.Date date) {
            return date.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        }
        return written == null ? null : LocalDate.parse(String.valueOf(written));
    }
}
