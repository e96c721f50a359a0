package vn.giaoviec.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.giaoviec.calendar.WorkingDays;

/** Asks what the plan says. */
@Service
public class Plans {
    private final PlanTable table;
    private final TargetTable targets;

    Plans(PlanTable table, TargetTable targets) {
        this.table = table;
        this.targets = targets;
    }

    /** The newest plan, or empty before the first import. */
    public Optional<Plan> current() {
        return table.plans().stream().findFirst();
    }

    /** The plan of a year. */
    public Optional<Plan> of(int year) {
        return table.plan(year);
    }

    /** All plans, newest first. */
    public List<Plan> all() {
        return table.plans();
    }

    /** A plan's pillars, in its order. */
    public List<Pillar> pillars(int year) {
        return table.pillars(year);
    }

    /** A plan's targets, in its order. */
    public List<Target> targets(int year) {
        return targets.targets(year);
    }

    /** One target. */
    public Optional<Target> target(int year, String code) {
        return targets.targets(year).stream()
                .filter(target -> target.code().equals(code))
                .findFirst();
    }

    /** A plan's solution groups. */
    public List<SolutionGroup> groups(int year) {
        return table.groups(year);
    }

    /** A plan's assignments, in its order. */
    public List<Assignment> assignments(int year) {
        return table.assignments(year);
    }

    /**
     * When an assignment would be due by the plan's words, if these were the working days.
     *
     * @return the last working day that the words allow; empty if they name none
     */
    public Optional<LocalDate> dueOn(Plan plan, Assignment assignment, WorkingDays days) {
        LocalDate day = DeadlinePhrase.read(assignment.deadline(), plan.year(), plan.issuedOn(), days)
                .day();
        return Optional.ofNullable(day).map(days::onOrBefore);
    }

    /** The deadlines of these assignments as they stand now, by code. */
    public Map<String, LocalDate> dueDays(int year, Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : table.dueDays(year, codes);
    }

    /** The codes of a plan's assignments. */
    public Set<String> codes(int year) {
        return table.codes(year);
    }

    /** One assignment. */
    public Optional<Assignment> assignment(int year, String code) {
        return table.assignment(year, code);
    }
}
