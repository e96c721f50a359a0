package vn.giaoviec.annex;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.SolutionGroup;
import vn.giaoviec.plan.Target;

/**
 * What an annex is read by.
 *
 * @param planYear the year of the plan, or null: the year that the file's title names, else the one most of its deadlines
 *     name, else that of the issue day
 * @param issuedOn the day of issue, or null: the day that the file's title names, else today if it lies in the plan year,
 *     else the first day of that year
 * @param today today
 * @param days the working days
 * @param units the units there are, ended ones too
 * @param targets the indicators a task may support
 * @param groups the solution groups a task may belong to
 */
public record AnnexSetting(
        @Nullable Integer planYear,
        @Nullable LocalDate issuedOn,
        LocalDate today,
        WorkingDays days,
        List<Unit> units,
        List<Target> targets,
        List<SolutionGroup> groups) {}
