package vn.giaoviec.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.Text;

/** The units of a plan file and the groups they are named by. */
final class NamedUnits {
    private final Problems problems;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Group> groups = new HashMap<>();

    NamedUnits(Problems problems) {
        this.problems = problems;
    }

    void unit(Entry entry) {
        String code = entry.string("code");
        if (!code.matches("[A-Z0-9]{2,20}")) {
            problems.add(entry.line("code"), "planFile.unitCode", code);
        }
        Unit unit = new Unit(
                code,
                entry.text("name", 200),
                entry.string("short", 80),
                entry.oneOf("kind", Unit.Kind.class),
                entry.date("validFrom"),
                entry.optionalDate("validTo"),
                entry.optionalString("successor"));
        entry.done();
        if (units.putIfAbsent(code, unit) != null) {
            problems.add(entry.line(), "planFile.duplicate", code);
        }
    }

    void group(Entry entry) {
        String code = entry.string("code");
        Group group = new Group(entry.text("name", 200), entry.strings("members"));
        group.members.forEach(member -> known(member, entry, "members"));
        entry.done();
        if (groups.putIfAbsent(code, group) != null) {
            problems.add(entry.line(), "planFile.duplicate", code);
        }
    }

    List<Unit> all() {
        return List.copyOf(units.values());
    }

    void known(String code, Entry entry, String key) {
        if (!units.containsKey(code)) {
            problems.add(entry.line(key), "planFile.unknownUnit", code);
        }
    }

    /** Units and groups of units, resolved into units; a unit that is named twice counts once. */
    List<Assignment.Involved> involved(Entry entry, String key) {
        Map<String, Assignment.Involved> involved = new LinkedHashMap<>();
        for (String code : entry.strings(key)) {
            Group group = groups.get(code);
            if (group != null) {
                group.members.forEach(unit -> involved.putIfAbsent(unit, new Assignment.Involved(unit, group.name)));
            } else {
                known(code, entry, key);
                involved.putIfAbsent(code, new Assignment.Involved(code, null));
            }
        }
        return new ArrayList<>(involved.values());
    }

    private record Group(Text name, List<String> members) {}
}
