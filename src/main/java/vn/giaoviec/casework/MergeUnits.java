package vn.giaoviec.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.PassOnParts;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Text;

/**
 * A unit ends and another takes over (sắp xếp, sáp nhập), by a decision. The unit gets its last day and its successor, and
 * indicators are the successor's at once; its cases follow as {@link AdvanceBulkOrder} carries the order out.
 */
@Service
public class MergeUnits {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,20}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SHORT_NAME = 80;

    private final Directory directory;
    private final PassOnParts passOnParts;
    private final CaseTable cases;
    private final CommandTable commands;
    private final BulkOrderTable bulk;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    MergeUnits(
            Directory directory,
            PassOnParts passOnParts,
            CaseTable cases,
            CommandTable commands,
            BulkOrderTable bulk,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.passOnParts = passOnParts;
        this.cases = cases;
        this.commands = commands;
        this.bulk = bulk;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param from code of the unit that ends
     * @param to code of the unit that takes over
     * @param name full name of that unit if it is new; of no account for one that is known
     * @param lastDay the last day of the first one
     * @param document number and date of the decision
     * @param reason why
     * @param command names the form that is sent; the same form sent again gives the same order
     * @return the order's number
     * @throws Refusal if the actor is not of the plan office, something is missing, one of the units does not exist, or the
     *     day is still to come
     */
    @Transactional
    public long order(
            String from, String to, String name, LocalDate lastDay, String document, String reason, UUID command) {
        AdvanceBulkOrder.office(directory);
        Orders.named(document, reason);
        String me = directory.me().id();
        if (commands.isDone(me, command, "merge", List.of(from, to, lastDay, document), clock.instant())) {
            return bulk.newest(BulkOrder.Kind.MERGE).stream()
                    .filter(order -> from.equals(order.fromUnit()) && to.equals(order.toUnit()))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
        Unit ending = directory.unit(from).orElseThrow(() -> new Refusal("refusal.noSuchUnit", from));
        if (from.equals(to)) {
            throw new Refusal("refusal.mergeSame");
        }
        if (bulk.merged(from)) {
            throw new Refusal.Conflict("refusal.mergedAlready", from);
        }
        if (lastDay.isAfter(clock.today()) || lastDay.isBefore(ending.validFrom())) {
            throw new Refusal("refusal.mergeDay");
        }
        successor(to, name, ending.kind(), lastDay);
        directory.end(from, lastDay, to);
        int indicators = passOnParts.indicators(clock.today().getYear(), from, to);
        List<CaseKey> keys = cases.underWayWith(from).stream().map(Case::key).toList();
        long id = bulk.insert(
                new BulkOrder(
                        0,
                        BulkOrder.Kind.MERGE,
                        null,
                        from,
                        to,
                        null,
                        document.strip(),
                        reason.strip(),
                        me,
                        clock.instant(),
                        keys.size(),
                        0,
                        0),
                keys);
        events.publishEvent(new UnitMerged(id, from, to, lastDay, keys.size(), indicators, document.strip()));
        return id;
    }

    private void successor(String to, String name, Unit.Kind kind, LocalDate lastDay) {
        LocalDate today = clock.today();
        Unit known = directory.unit(to).orElse(null);
        if (known != null) {
            if (!known.existsOn(today)) {
                throw new Refusal("refusal.noSuchUnit", to);
            }
            return;
        }
        String plain = name.strip();
        if (!CODE.matcher(to).matches() || plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new Refusal("refusal.mergeNewUnit");
        }
        String brief = plain.length() > LONGEST_SHORT_NAME ? to : plain;
        LocalDate first = lastDay.plusDays(1).isAfter(today) ? today : lastDay.plusDays(1);
        directory.learn(List.of(new Unit(to, new Text(plain, plain), brief, kind, first, null, null)));
    }

    /**
     * A unit ended and another took over; why, stands in the facts of its cases, where a decision can erase it.
     *
     * @param order the order's number
     * @param unit the unit that ended
     * @param successor the unit that took over
     * @param lastDay the last day of the first one
     * @param cases how many cases under way follow
     * @param indicators how many indicators have another owner or reporter
     * @param document number and date of the decision
     */
    public record UnitMerged(
            long order, String unit, String successor, LocalDate lastDay, int cases, int indicators, String document)
            implements Recorded {}
}
