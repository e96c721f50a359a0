package vn.giaoviec.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param id the sign-in name, also the engine's user id
 * @param name what colleagues read
 * @param unit the unit the person belongs to, or null for those of none
 * @param groups the groups that decide what the person sees and does, see {@link Groups}
 */
public record Person(String id, String name, @Nullable String unit, Set<String> groups) {
    /** Whether the person belongs to that group. */
    public boolean in(String group) {
        return groups.contains(group);
    }

    /** Whether the person leads that unit. */
    public boolean heads(String unitCode) {
        return in(Groups.head(unitCode));
    }

    /** Codes of the units the person leads, sorted. */
    public List<String> headedUnits() {
        return groups.stream()
                .map(Groups::headedUnit)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** Whether the person works in that unit, as its head or staff. */
    public boolean worksIn(String unitCode) {
        return in(Groups.head(unitCode)) || in(Groups.staff(unitCode));
    }

    /** Whether the person reads every case: plan office, leaders and inspectors do. */
    public boolean readsEverything() {
        return in(Groups.PLAN_OFFICE) || in(Groups.LEADER) || in(Groups.INSPECTOR);
    }
}
