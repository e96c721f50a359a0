package vn.giaoviec.casework;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.AddAssignments;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Deadline;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.SolutionGroup;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;

/**
 * Carries some assignments over into the plan of the next year: there each is a new assignment with a case at every unit that
 * had not finished; here those cases end as carried over, with all their evidence. Each points to the other.
 */
@Component
class CarryOver implements BulkWork {
    static final String END = "end_carriedOver";
    private static final int LONGEST_CODE = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Plans plans;
    private final AddAssignments addAssignments;
    private final CaseTable cases;
    private final BulkOrderTable bulk;
    private final Orders orders;
    private final EndCase endCase;
    private final OpenCases openCases;
    private final Directory directory;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    CarryOver(
            Plans plans,
            AddAssignments addAssignments,
            CaseTable cases,
            BulkOrderTable bulk,
            Orders orders,
            EndCase endCase,
            OpenCases openCases,
            Directory directory,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.addAssignments = addAssignments;
        this.cases = cases;
        this.bulk = bulk;
        this.orders = orders;
        this.endCase = endCase;
        this.openCases = openCases;
        this.directory = directory;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public BulkOrder.Kind kind() {
        return BulkOrder.Kind.ROLL_OVER;
    }

    @Override
    public void move(BulkOrder order, List<CaseKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        int year = Objects.requireNonNull(order.year());
        Map<String, List<Case>> running = new LinkedHashMap<>();
        for (Case one : cases.locked(keys)) {
            if (one.state().isUnderWay()) {
                running.computeIfAbsent(one.key().assignment(), any -> new ArrayList<>())
                        .add(one);
            } else {
                bulk.held(order.id(), one.key(), BulkOrder.Obstacle.NOT_RUNNING);
            }
        }
        Next next = new Next(order, year + 1);
        Map<String, Assignment> before = plans.assignments(year).stream()
                .filter(one -> running.containsKey(one.code()))
                .collect(Collectors.toMap(Assignment::code, Function.identity()));
        Map<Assignment, List<Case>> carried = new LinkedHashMap<>();
        running.forEach((code, of) -> {
            Assignment old = Objects.requireNonNull(before.get(code));
            BulkOrder.Obstacle obstacle = next.obstacle(old, of.get(0));
            if (obstacle == null) {
                carried.put(next.assignment(old, of), of);
            } else {
                of.forEach(one -> bulk.held(order.id(), one.key(), obstacle));
            }
        });
        if (!carried.isEmpty()) {
            addAssignments.add(year + 1, List.copyOf(carried.keySet()), List.of(), order.document(), "", "");
        }
        carried.forEach((assignment, of) -> of.forEach(one -> carry(order, one, assignment)));
    }

    private void carry(BulkOrder order, Case one, Assignment assignment) {
        CaseKey next =
                new CaseKey(one.key().year() + 1, assignment.code(), one.key().unit());
        orders.take(
                one.key(),
                CaseOrder.Kind.CARRY_OVER,
                order.document(),
                order.reason(),
                AmendCases.command("bulk " + order.id(), "carry", one.key()));
        endCase.early(one, Case.State.CARRIED_OVER, END);
        openCases.openCarried(one, next, assignment);
        cases.handedTo(one.key(), next);
        events.publishEvent(new CaseCarriedOver(one.key(), next));
        bulk.done(order.id(), one.key(), clock.instant());
    }

    /** The plan that goes on. */
    private final class Next {
        private final BulkOrder order;
        private final Map<Integer, SolutionGroup> groups;
        private final Set<String> targets;
        private final Set<String> codes;
        private final Set<String> units;

        Next(BulkOrder order, int year) {
            this.order = order;
            groups = plans.groups(year).stream().collect(Collectors.toMap(SolutionGroup::number, Function.identity()));
            targets = plans.targets(year).stream().map(Target::code).collect(Collectors.toSet());
            codes = plans.codes(year);
            LocalDate today = clock.today();
            units = directory.units().stream()
                    .filter(unit -> unit.existsOn(today))
                    .map(Unit::code)
                    .collect(Collectors.toSet());
        }

        BulkOrder.@Nullable Obstacle obstacle(Assignment old, Case one) {
            String code = code(old);
            if (code.length() > LONGEST_CODE || codes.contains(code)) {
                return BulkOrder.Obstacle.CODE;
            }
            SolutionGroup group = groups.get(old.group());
            return group == null || !group.process().equals(one.process()) ? BulkOrder.Obstacle.GROUP : null;
        }

        /** The code tells where it comes from, and cannot be that of a new assignment by chance. */
        private String code(Assignment old) {
            return old.code() + "-" + order.year();
        }

        Assignment assignment(Assignment old, List<Case> of) {
            LocalDate dueOn = Objects.requireNonNull(order.dueOn());
            boolean recurs = old.cycle() != null;
            Map<String, Assignment.Involved> named = old.lead().stream()
                    .collect(Collectors.toMap(Assignment.Involved::unit, Function.identity(), (one, two) -> one));
            List<Assignment.Involved> lead = of.stream()
                    .map(one -> one.key().unit())
                    .map(unit -> named.getOrDefault(unit, new Assignment.Involved(unit, null)))
                    .toList();
            Set<String> leading = lead.stream().map(Assignment.Involved::unit).collect(Collectors.toSet());
            return new Assignment(
                    code(old),
                    old.group(),
                    old.title(),
                    recurs ? old.deadline() : DAY.format(dueOn),
                    recurs ? old.kind() : Deadline.Kind.DATE,
                    old.cycle(),
                    dueOn,
                    old.deliverable(),
                    old.illustrative(),
                    lead,
                    old.coordinating().stream()
                            .filter(unit -> units.contains(unit.unit()) && !leading.contains(unit.unit()))
                            .toList(),
                    old.invited(),
                    old.supports().entrySet().stream()
                            .filter(support -> targets.contains(support.getKey()))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    old.sourceSheet(),
                    old.sourceLine());
        }
    }

    /**
     * A case ends here and goes on in the plan of the next year.
     *
     * @param caseKey the case that ended so
     * @param next the case that goes on
     */
    record CaseCarriedOver(CaseKey caseKey, CaseKey next) implements Recorded {}
}
