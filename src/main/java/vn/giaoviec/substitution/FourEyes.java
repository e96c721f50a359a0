package vn.giaoviec.substitution;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;

/**
 * Nobody decides on their own submission, nor on one for whose submitter they stand in. A submission is made by whoever did
 * it and by the one in whose name; a decision lies with whoever takes it, with the one in whose name, and with everybody for
 * whom either of the two stands in that day. The two must have nobody in common.
 */
@Component
public class FourEyes {
    private final SubstitutionTable table;
    private final BusinessClock clock;

    FourEyes(SubstitutionTable table, BusinessClock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * With whom a decision lies.
     *
     * @param decider who takes it
     * @param actingFor in whose name, or null if in the own one
     */
    public Set<String> withWhomLies(String decider, @Nullable String actingFor) {
        Set<String> all = new HashSet<>(Set.of(decider));
        if (actingFor != null) {
            all.add(actingFor);
        }
        all.addAll(table.represented(Set.copyOf(all), clock.today()));
        return all;
    }

    /** Whether that person, in the own name, may not decide on what was submitted by any of these. */
    public boolean bars(String decider, Collection<String> submitters) {
        return submitters.stream().anyMatch(withWhomLies(decider, null)::contains);
    }
}
