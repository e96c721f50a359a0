package vn.giaoviec.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.SettledDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/**
 * Takes what a plan has not finished into the plan of the next year (chuyển tiếp), by a decision. The order names the cases;
 * {@link AdvanceBulkOrder} carries it out.
 */
@Service
public class RollOver {
    private final Plans plans;
    private final CaseTable cases;
    private final CommandTable commands;
    private final BulkOrderTable bulk;
    private final Directory directory;
    private final SettledDays days;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    RollOver(
            Plans plans,
            CaseTable cases,
            CommandTable commands,
            BulkOrderTable bulk,
            Directory directory,
            SettledDays days,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.cases = cases;
        this.commands = commands;
        this.bulk = bulk;
        this.directory = directory;
        this.days = days;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What a plan has not finished, in its order.
     *
     * @throws Refusal if the actor is not of the plan office
     */
    @Transactional(readOnly = true)
    public List<Unfinished> look(int year) {
        AdvanceBulkOrder.office(directory);
        Map<String, List<Case>> running = cases.underWay(year).stream()
                .collect(Collectors.groupingBy(one -> one.key().assignment()));
        return plans.assignments(year).stream()
                .filter(one -> running.containsKey(one.code()))
                .map(one -> new Unfinished(one, running.getOrDefault(one.code(), List.of())))
                .toList();
    }

    /**
     * Orders that assignments are carried over; nothing of them moves yet.
     *
     * @param year the plan that ends
     * @param codes the assignments; all their cases under way go
     * @param dueOn until when they are due in the next plan; on a day off, the working day before it counts
     * @param document number and date of the decision
     * @param reason why
     * @param command names the form that is sent; the same form sent again gives the same order
     * @return the order's number
     * @throws Refusal if the actor is not of the plan office, something is missing, the next plan is not issued, the day is
     *     not in its year or has passed, or one of the assignments has nothing under way
     */
    @Transactional
    public long order(int year, Set<String> codes, LocalDate dueOn, String document, String reason, UUID command) {
        AdvanceBulkOrder.office(directory);
        Orders.named(document, reason);
        int next = year + 1;
        if (plans.of(next).filter(Plan::isIssued).isEmpty()) {
            throw new Refusal.Conflict("refusal.planNotIssued", String.valueOf(next));
        }
        if (dueOn.getYear() != next || dueOn.isBefore(clock.today())) {
            throw new Refusal("refusal.rollOverDay", String.valueOf(next));
        }
        if (codes.isEmpty()) {
            throw new Refusal("refusal.nothingToCarryOver");
        }
        String me = directory.me().id();
        if (commands.isDone(
                me, command, "roll over", List.of(year, new TreeSet<>(codes), dueOn, document), clock.instant())) {
            return bulk.newest(BulkOrder.Kind.ROLL_OVER).stream()
                    .filter(order -> order.by().equals(me) && order.document().equals(document.strip()))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
        List<CaseKey> keys = cases.underWay(year).stream()
                .map(Case::key)
                .filter(key -> codes.contains(key.assignment()))
                .toList();
        Set<String> found = keys.stream().map(CaseKey::assignment).collect(Collectors.toSet());
        codes.stream().filter(code -> !found.contains(code)).findFirst().ifPresent(code -> {
            throw new Refusal.Conflict("refusal.nothingRuns", code);
        });
        long id = bulk.insert(
                new BulkOrder(
                        0,
                        BulkOrder.Kind.ROLL_OVER,
                        year,
                        null,
                        null,
                        days.known().onOrBefore(dueOn),
                        document.strip(),
                        reason.strip(),
                        me,
                        clock.instant(),
                        keys.size(),
                        0,
                        0),
                keys);
        events.publishEvent(new RollOverOrdered(id, year, keys.size(), dueOn, document.strip()));
        return id;
    }

    /**
     * An assignment that is not finished everywhere.
     *
     * @param assignment the assignment
     * @param running its cases under way
     */
    public record Unfinished(Assignment assignment, List<Case> running) {}

    /**
     * It was decided to carry unfinished assignments over; why, stands in the facts of the cases, where it can be erased.
     *
     * @param order the order's number
     * @param year the plan that ends
     * @param cases how many cases go
     * @param dueOn until when they are due in the next plan
     * @param document number and date of the decision
     */
    public record RollOverOrdered(long order, int year, int cases, LocalDate dueOn, String document)
            implements Recorded {}
}
