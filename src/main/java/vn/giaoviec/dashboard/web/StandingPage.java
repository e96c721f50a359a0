package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.CaseListQuery.CaseLine;
import vn.giaoviec.dashboard.web.CaseListQuery.Wanted;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Text;

/** Done or open, in time or late, by unit, solution group and pillar, as it was at the end of any day. */
@Controller
class StandingPage {
    private final Plans plans;
    private final Directory directory;
    private final CaseListQuery cases;
    private final DashboardSettings settings;
    private final BusinessClock clock;

    StandingPage(
            Plans plans, Directory directory, CaseListQuery cases, DashboardSettings settings, BusinessClock clock) {
        this.plans = plans;
        this.directory = directory;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/standing")
    String standing(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            Model model) {
        Plan plan = plans.current().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
        LocalDate day = dayOrToday(asOf, clock);
        List<CaseLine> lines = cases.find(plan.year(), Wanted.EVERYTHING, day);
        Set<String> updated = cases.updated(plan.year(), day, settings.updateDays());
        model.addAttribute("plan", plan);
        model.addAttribute("asOf", day);
        model.addAttribute("updateDays", settings.updateDays());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("whole", Tally.of(lines, updated));
        model.addAttribute("byUnit", byUnit(lines, updated));
        model.addAttribute(
                "byGroup",
                plans.groups(plan.year()).stream()
                        .map(group -> row(
                                String.valueOf(group.number()),
                                new Text(
                                        group.number() + ". " + group.name().vi(),
                                        group.number() + ". " + group.name().en()),
                                lines,
                                updated,
                                line -> line.group() == group.number()))
                        .toList());
        Map<String, Set<String>> pillars = cases.pillars(plan.year());
        model.addAttribute(
                "byPillar",
                plans.pillars(plan.year()).stream()
                        .map(pillar -> row(pillar.code(), pillar.name(), lines, updated, line -> pillars.getOrDefault(
                                        line.caseKey(), Set.of())
                                .contains(pillar.code())))
                        .toList());
        return "dashboard/standing";
    }

    /** Today, or an earlier day that was asked for. */
    static LocalDate dayOrToday(@Nullable LocalDate asked, BusinessClock clock) {
        if (asked != null && asked.isAfter(clock.today())) {
            throw new Refusal("refusal.dayToCome", asked);
        }
        return asked == null ? clock.today() : asked;
    }

    private List<Row> byUnit(List<CaseLine> lines, Set<String> updated) {
        return directory.units().stream()
                .map(unit -> row(unit.code(), unit.name(), lines, updated, line -> line.unitCode()
                        .equals(unit.code())))
                .filter(row -> row.tally().counts().values().stream().anyMatch(count -> count > 0))
                .sorted(Comparator.comparing((Row row) -> row.tally().count(Standing.OPEN_LATE))
                        .reversed())
                .toList();
    }

    private static Row row(
            String code, Text name, List<CaseLine> lines, Set<String> updated, Predicate<CaseLine> belongs) {
        return new Row(code, name, Tally.of(lines.stream().filter(belongs).toList(), updated));
    }

    /**
     * @param code what the list of cases is narrowed by
     * @param name of the unit, group or pillar
     * @param tally its cases
     */
    record Row(String code, Text name, Tally tally) {}
}
