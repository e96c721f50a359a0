package vn.giaoviec.plan;

import java.util.List;
import vn.giaoviec.directory.Unit;

/**
 * A plan as a file or a reviewed annex says it, found sound, before anything of it is stored.
 *
 * @param plan the plan itself, not yet issued
 * @param units the units it names; those that the directory knows stay as they are there
 * @param pillars its pillars, in order
 * @param targets its indicators' targets, in order
 * @param groups its solution groups, in order
 * @param assignments its assignments, in order
 * @param sourceName name of the file
 * @param sourceSha256 SHA-256 of its bytes, hexadecimal
 */
public record PlanDraft(
        Plan plan,
        List<Unit> units,
        List<Pillar> pillars,
        List<Target> targets,
        List<SolutionGroup> groups,
        List<Assignment> assignments,
        String sourceName,
        String sourceSha256) {}
