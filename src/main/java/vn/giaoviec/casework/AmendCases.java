package vn.giaoviec.casework;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.AmendAssignments;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.PlanDifference;
import vn.giaoviec.plan.PlanDifference.Change;
import vn.giaoviec.plan.PlanDifference.Field;
import vn.giaoviec.plan.PlanDifference.FieldChange;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;

/**
 * Cases under way follow a decision that changes assignments of an issued plan: their deadline moves, another unit carries
 * them on, or they are cancelled, each by the order that does so for one case; a unit that shall lead too gets a case of its
 * own. All of it, or nothing.
 */
@Service
public class AmendCases {
    private final AmendAssignments amendAssignments;
    private final CaseTable cases;
    private final Orders orders;
    private final MoveDeadline moveDeadline;
    private final HandOver handOver;
    private final CancelCase cancelCase;
    private final OpenCases openCases;
    private final Directory directory;
    private final BusinessClock clock;

    AmendCases(
            AmendAssignments amendAssignments,
            CaseTable cases,
            Orders orders,
            MoveDeadline moveDeadline,
            HandOver handOver,
            CancelCase cancelCase,
            OpenCases openCases,
            Directory directory,
            BusinessClock clock) {
        this.amendAssignments = amendAssignments;
        this.cases = cases;
        this.orders = orders;
        this.moveDeadline = moveDeadline;
        this.handOver = handOver;
        this.cancelCase = cancelCase;
        this.openCases = openCases;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What a difference asks of the cases of an issued plan; assignments that were withdrawn before are left out.
     *
     * @param before the plan's assignments, by code
     * @param after the assignments as they shall be
     * @param units units that come with them
     */
    @Transactional(readOnly = true)
    public List<Proposal> look(
            int year,
            PlanDifference difference,
            Map<String, Assignment> before,
            Collection<Assignment> after,
            List<Unit> units) {
        Map<String, Assignment> wanted =
                after.stream().collect(Collectors.toMap(Assignment::code, Function.identity(), (one, two) -> one));
        List<Change> changes = Stream.concat(
                        difference.changed().stream(),
                        difference.removed().stream().map(AmendCases::withdrawal))
                .toList();
        Map<String, List<Case>> of = cases
                .ofAssignments(year, changes.stream().map(Change::code).toList())
                .stream()
                .collect(Collectors.groupingBy(one -> one.key().assignment()));
        WeighChange weigh = new WeighChange(
                Stream.concat(directory.units().stream(), units.stream()).toList(), clock.today());
        return changes.stream()
                .map(change -> weigh.weigh(
                        Objects.requireNonNull(before.get(change.code())),
                        wanted.get(change.code()),
                        change,
                        of.getOrDefault(change.code(), List.of())))
                .filter(one -> !one.isWithdrawal() || isOfThisPlan(one))
                .toList();
    }

    /**
     * Changes the plan and moves its cases.
     *
     * @param chosen proposals just looked at, each without an obstacle
     * @param units units that come with them
     * @param document number and date of the decision
     * @param reason why
     * @param form names the form that is sent
     * @throws Refusal if the actor is not of the plan office, document or reason is missing, or one of them cannot be done
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void apply(int year, List<Proposal> chosen, List<Unit> units, String document, String reason, String form) {
        chosen.forEach(one -> {
            Proposal.Obstacle obstacle = one.obstacle();
            if (obstacle != null) {
                throw new Refusal.Conflict(
                        "refusal.proposal." + obstacle, one.before().code());
            }
        });
        amendAssignments.amend(
                year,
                chosen.stream().map(Proposal::after).filter(Objects::nonNull).toList(),
                chosen.stream().map(Proposal::change).toList(),
                units,
                document,
                reason);
        Map<CaseKey, Case> seen = new HashMap<>();
        chosen.forEach(one -> one.running().forEach(running -> seen.put(running.key(), running)));
        if (!seen.isEmpty() && !cases.locked(seen.keySet()).stream().allMatch(now -> now.equals(seen.get(now.key())))) {
            throw new Refusal.Conflict("refusal.draftChanged");
        }
        chosen.forEach(one -> move(one, document, reason, form));
    }

    private void move(Proposal proposal, String document, String reason, String form) {
        Assignment after = proposal.after();
        if (after == null) {
            proposal.running().forEach(one -> cancel(one, document, reason, form));
            return;
        }
        int year = proposal.running().get(0).key().year();
        WeighChange.Leads leads =
                new WeighChange.Leads(cases.ofAssignment(year, after.code()), proposal.before(), after);
        boolean otherwise = proposal.change().fields().stream().anyMatch(field -> field.field() != Field.LEAD);
        for (Case one : proposal.running()) {
            boolean leaves =
                    leads.leaving.stream().anyMatch(leaving -> leaving.key().equals(one.key()));
            if (leaves && leads.coming.isEmpty()) {
                cancel(one, document, reason, form);
                continue;
            }
            if (otherwise) {
                amend(one, proposal.before(), after, document, reason, form);
            }
            if (leaves) {
                handOver.handOver(one.key(), leads.coming.get(0), document, reason, command(form, "to", one.key()));
            }
        }
        if (leads.added()) {
            leads.coming.forEach(unit -> open(proposal.running().get(0), unit, after, document, reason, form));
        }
    }

    /** The decision stands in the new case as an order, as it does in those it changes. */
    private void open(Case beside, String unit, Assignment after, String document, String reason, String form) {
        CaseKey key = new CaseKey(beside.key().year(), after.code(), unit);
        openCases.openBeside(beside, key, after);
        orders.take(key, CaseOrder.Kind.AMEND, document, reason, command(form, "open", key));
    }

    private void amend(Case one, Assignment before, Assignment after, String document, String reason, String form) {
        LocalDate to = after.dueOn();
        orders.take(one.key(), CaseOrder.Kind.AMEND, document, reason, command(form, "amend", one.key()))
                .filter(theCase -> !before.dueOn().equals(to))
                .ifPresent(theCase -> moveDeadline.move(
                        theCase, to, null, DeadlineMove.Cause.AMENDMENT, document.strip(), clock.instant()));
    }

    private void cancel(Case one, String document, String reason, String form) {
        cancelCase.cancel(one.key(), document, reason, command(form, "cancel", one.key()));
    }

    /** One form gives many orders, each known again by its own name. */
    static UUID command(String form, String what, CaseKey key) {
        return UUID.nameUUIDFromBytes((form + "/" + what + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** What was withdrawn before has no case left; what came from the plan before stands in no annex of this one. */
    private static boolean isOfThisPlan(Proposal one) {
        return Stream.concat(one.running().stream(), one.ended().stream()).anyMatch(of -> {
            CaseKey from = of.handedFrom();
            return from == null || from.year() == of.key().year();
        });
    }

    private static Change withdrawal(Assignment one) {
        return new Change(
                one.code(), List.of(new FieldChange(Field.WITHDRAWN, one.title().vi(), "")));
    }
}
