package vn.giaoviec.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.PlanOutline;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.Refusal;

/** Shows the plan office its drafts. */
@Service
public class ReviewAnnex {
    private static final int MOST_LISTED = 50;

    private final IntakeTable drafts;
    private final DecisionTable decisions;
    private final IntakeOffice office;
    private final Plans plans;
    private final Directory directory;
    private final WorkingDays days;

    ReviewAnnex(
            IntakeTable drafts,
            DecisionTable decisions,
            IntakeOffice office,
            Plans plans,
            Directory directory,
            WorkingDays days) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.office = office;
        this.plans = plans;
        this.directory = directory;
        this.days = days;
    }

    /**
     * The newest drafts, newest first.
     *
     * @throws Refusal.Forbidden if the actor is not of the plan office
     */
    @Transactional(readOnly = true)
    public List<Draft> newest() {
        office.member();
        return drafts.newest(MOST_LISTED);
    }

    /**
     * A draft as it stands.
     *
     * @throws Refusal.Forbidden if the actor is not of the plan office
     * @throws Refusal.NotFound if there is no such draft
     */
    @Transactional(readOnly = true)
    public Review of(long id) {
        office.member();
        return of(stored(id), days);
    }

    IntakeTable.Stored stored(long id) {
        return drafts.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.noDraft", id));
    }

    Review of(IntakeTable.Stored stored, WorkingDays known) {
        long id = stored.draft().id();
        List<Meaning> meanings = decisions.meanings(id);
        List<Decision> made = decisions.decisions(id);
        boolean counts = made.stream().anyMatch(one -> one.field() == RowField.DEADLINE);
        List<Unit> units = new ArrayList<>(directory.units());
        meanings.stream()
                .map(Meaning::unit)
                .filter(unit -> unit != null
                        && units.stream().noneMatch(one -> one.code().equals(unit.code())))
                .forEach(units::add);
        return ReviewRows.of(
                stored.draft(),
                stored.annex(),
                basis(stored.draft().heading(), units, counts ? known.known() : known),
                made,
                meanings);
    }

    /** A plan that the year has stands on itself, whatever was chosen before there was one. */
    Basis basis(Heading heading, List<Unit> units, WorkingDays known) {
        List<Plan> all = plans.all();
        Plan plan = of(all, heading.year());
        Integer standsOn = plan != null ? Integer.valueOf(heading.year()) : heading.standsOn();
        Map<String, Assignment> before = plan == null
                ? Map.of()
                : plans.assignments(heading.year()).stream()
                        .collect(Collectors.toMap(Assignment::code, Function.identity(), (one, other) -> one));
        if (standsOn == null || of(all, standsOn) == null) {
            PlanOutline shipped = PlanOutline.shipped();
            List<Unit> together = new ArrayList<>(units);
            shipped.units().stream()
                    .filter(unit -> units.stream().noneMatch(one -> one.code().equals(unit.code())))
                    .forEach(together::add);
            return new Basis(plan, before, together, shipped.pillars(), shipped.targets(), shipped.groups(), known);
        }
        return new Basis(
                plan, before, units, plans.pillars(standsOn), plans.targets(standsOn), plans.groups(standsOn), known);
    }

    private static @Nullable Plan of(List<Plan> all, int year) {
        return all.stream().filter(plan -> plan.year() == year).findFirst().orElse(null);
    }
}
