package vn.giaoviec.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Unit;

/**
 * What a plan stands on, without its assignments.
 *
 * @param year the plan year
 * @param units the units it names, in order
 * @param pillars its pillars, in order
 * @param targets its indicators' targets, in order
 * @param groups its solution groups, in order
 */
public record PlanOutline(
        int year, List<Unit> units, List<Pillar> pillars, List<Target> targets, List<SolutionGroup> groups) {
    private static final String SHIPPED = "/plans/plan-33-2024.yaml";

    /** Of the plan this version ships: for who asks without a database. */
    public static PlanOutline shipped() {
        try (InputStream file = Objects.requireNonNull(PlanOutline.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            PlanDraft draft = PlanFile.read("plan-33-2024.yaml", file.readAllBytes(), WorkingDays.shipped());
            return new PlanOutline(
                    draft.plan().year(), draft.units(), draft.pillars(), draft.targets(), draft.groups());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
