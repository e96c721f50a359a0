package vn.giaoviec.indicator;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.KeepParts;
import vn.giaoviec.plan.Parts;
import vn.giaoviec.plan.RollUp;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/**
 * The plan office divides an indicator among the units that report a part of it each. Once one of them has reported, units
 * are only added, and the rule stays: what was rolled up must not change behind a leader's back.
 */
@Service
public class AssignReporters {
    private final ReadingTable readings;
    private final KeepParts keepParts;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    AssignReporters(ReadingTable readings, KeepParts keepParts, Directory directory, ApplicationEventPublisher events) {
        this.readings = readings;
        this.keepParts = keepParts;
        this.directory = directory;
        this.events = events;
    }

    /**
     * @param year the plan year
     * @param indicator the indicator's code
     * @param units codes of the units; none: the owner reports the whole again
     * @param rollUp name of a {@link RollUp}; left out of account if there is no unit
     * @throws Refusal.Forbidden if whoever is signed in is not of the plan office
     * @throws Refusal.NotFound if the plan has no such indicator
     * @throws Refusal.Conflict if a reading of the whole waits for its decision
     * @throws ReadingRefused if a unit is unknown, the rule is none or does not suit, or readings of parts forbid the change
     */
    @Transactional
    public void assign(int year, String indicator, Collection<String> units, String rollUp) {
        if (!directory.me().in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.reportersOnlyPlanOffice");
        }
        Target target = keepParts.hold(year, indicator);
        Parts parts = units.isEmpty() ? null : parts(target, units, rollUp);
        Parts before = target.parts();
        if (parts == null ? before == null : parts.equals(before)) {
            return;
        }
        List<Reading> counting = readings.of(year, indicator).stream()
                .filter(one -> one.stands() || one.waits())
                .toList();
        if (counting.stream().anyMatch(one -> one.waits() && !one.ofPart())) {
            throw new Refusal.Conflict("refusal.wholeWaits");
        }
        if (before != null && counting.stream().anyMatch(Reading::ofPart)) {
            refuseUnlessMore(before, parts);
        }
        keepParts.keep(year, indicator, parts);
        events.publishEvent(new ReportersAssigned(
                year, indicator, parts == null ? null : parts.rule(), parts == null ? List.of() : parts.units()));
    }

    private static void refuseUnlessMore(Parts before, @Nullable Parts parts) {
        if (parts == null || !new HashSet<>(parts.units()).containsAll(before.units())) {
            throw new ReadingRefused("reporters", "refusal.reportersOnlyAdded");
        }
        if (parts.rule() != before.rule()) {
            throw new ReadingRefused("rollUp", "refusal.rollUpStays");
        }
    }

    private Parts parts(Target target, Collection<String> units, String rollUp) {
        RollUp rule = Stream.of(RollUp.values())
                .filter(one -> one.name().equals(rollUp.toUpperCase(Locale.ROOT)) && one.suits(target.kind()))
                .findFirst()
                .orElseThrow(() -> new ReadingRefused("rollUp", "refusal.rollUp"));
        List<String> known = directory.units().stream().map(Unit::code).toList();
        Set<String> unknown =
                units.stream().filter(unit -> !known.contains(unit)).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new ReadingRefused("reporters", "refusal.reportersUnknown", String.join(", ", unknown));
        }
        // in the directory's order, however they were sent
        return new Parts(rule, known.stream().filter(units::contains).toList());
    }

    /**
     * An indicator was divided among units.
     *
     * @param year the plan year
     * @param indicator the indicator's code
     * @param rollUp how the whole comes of the parts, or null if the owner reports the whole again
     * @param units the units that report a part each
     */
    record ReportersAssigned(
            int year, String indicator, @Nullable RollUp rollUp, List<String> units) implements Recorded {}
}
