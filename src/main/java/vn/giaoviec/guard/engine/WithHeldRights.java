package vn.giaoviec.guard.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.substitution.Held;

/**
 * A person for the time of one command: with the groups of those whom they stand in for today. The engine keeps the own
 * groups of a session for some seconds; these are never kept.
 */
final class WithHeldRights extends Authentication {
    private final Set<String> standsInFor;

    private WithHeldRights(Authentication own, List<String> groups, Set<String> standsInFor) {
        super(own.getUserId(), groups, own.getTenantIds());
        this.standsInFor = standsInFor;
    }

    static Authentication of(Authentication own, List<Held> held) {
        if (held.isEmpty()) {
            return own;
        }
        Set<String> groups = new LinkedHashSet<>(own.getGroupIds() == null ? List.of() : own.getGroupIds());
        held.forEach(one -> groups.add(one.group()));
        return new WithHeldRights(
                own, List.copyOf(groups), held.stream().map(Held::person).collect(Collectors.toSet()));
    }

    /** Whether a step that this person has is the other's to hand on: the own, or that of one who is away. */
    static boolean mayHandOn(Authentication person, @Nullable String holder) {
        return person.getUserId().equals(holder)
                || (person instanceof WithHeldRights wider && holder != null && wider.standsInFor.contains(holder));
    }
}
