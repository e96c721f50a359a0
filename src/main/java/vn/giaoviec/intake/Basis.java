package vn.giaoviec.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Pillar;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.SolutionGroup;
import vn.giaoviec.plan.Target;

/**
 * What an annex is judged by.
 *
 * @param plan the plan that the year has, or null
 * @param before its assignments, by code
 * @param units the units there are
 * @param pillars pillars of the plan it stands on
 * @param targets its targets
 * @param groups its solution groups
 * @param days the working days
 */
public record Basis(
        @Nullable Plan plan,
        Map<String, Assignment> before,
        List<Unit> units,
        List<Pillar> pillars,
        List<Target> targets,
        List<SolutionGroup> groups,
        WorkingDays days) {}
