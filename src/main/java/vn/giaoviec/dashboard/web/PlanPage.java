package vn.giaoviec.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.CaseListQuery.CaseLine;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.Refusal;

/** The plan and its assignments; before it is issued, as the file brought them, afterwards as cases. */
@Controller
class PlanPage {
    private final Plans plans;
    private final Directory directory;
    private final CaseListQuery cases;
    private final BusinessClock clock;

    PlanPage(Plans plans, Directory directory, CaseListQuery cases, BusinessClock clock) {
        this.plans = plans;
        this.directory = directory;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/plan")
    String plan(
            @RequestParam(required = false) @Nullable Integer group,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Standing standing,
            Model model) {
        Plan plan = plans.current().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
        int year = plan.year();
        String wantedUnit = unit == null || unit.isEmpty() ? null : unit;
        List<CaseLine> lines = cases.find(year, group, wantedUnit, clock.today()).stream()
                .filter(line -> standing == null || line.standing() == standing)
                .toList();
        model.addAttribute("plan", plan);
        model.addAttribute("groups", plans.groups(year));
        model.addAttribute("units", directory.units());
        model.addAttribute("targets", plans.targets(year));
        model.addAttribute("assignments", plan.isIssued() ? List.of() : plans.assignments(year));
        model.addAttribute("lines", lines);
        model.addAttribute("standings", Standing.values());
        model.addAttribute("group", group);
        model.addAttribute("unit", wantedUnit);
        model.addAttribute("standing", standing);
        return "dashboard/plan";
    }
}
