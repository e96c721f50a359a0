package vn.giaoviec.guard.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.substitution.Held;

/**
 * A person for the time of one command: with the groups of those whom they stand in for today. The engine keeps the own
 * groups of a session for some seconds; these are never kept. They are asked for when the engine does, within the
 * command, where the rules of a completion ask the same.
 */
final class WithHeldRights extends Authentication {
    private final Supplier<List<Held>> held;
    private boolean counting;

    WithHeldRights(Authentication own, Supplier<List<Held>> held) {
        super(own.getUserId(), own.getGroupIds(), own.getTenantIds());
        this.held = held;
    }

    /** From here on; whoever is told of a person looks at their groups at once, outside of any transaction. */
    void count() {
        counting = true;
    }

    @Override
    public @Nullable List<String> getGroupIds() {
        List<String> own = super.getGroupIds();
        if (!counting) {
            return own;
        }
        Set<String> groups = new LinkedHashSet<>(own == null ? List.of() : own);
        held.get().forEach(one -> groups.add(one.group()));
        return List.copyOf(groups);
    }

    /** Whether a step that this person has is the other's to hand on: the own, or that of one who is away. */
    static boolean mayHandOn(Authentication person, @Nullable String holder) {
        return person.getUserId().equals(holder)
                || (person instanceof WithHeldRights wider
                        && wider.held.get().stream().map(Held::person).anyMatch(one -> one.equals(holder)));
    }
}
