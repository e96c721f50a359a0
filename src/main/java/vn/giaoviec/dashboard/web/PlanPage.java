package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.CaseListQuery.Wanted;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.web.Slice;

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
            @RequestParam(required = false) @Nullable String pillar,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable Standing standing,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "1") long page,
            @RequestParam(required = false) @Nullable String tables,
            Model model) {
        List<Plan> all = plans.all();
        Plan plan = all.stream().findFirst().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
        int year = plan.year();
        LocalDate day = StandingPage.dayOrToday(asOf, clock);
        Wanted wanted = new Wanted(group, given(unit), given(pillar), given(indicator), standing);
        model.addAttribute("plan", plan);
        model.addAttribute("hasEarlier", all.stream().anyMatch(one -> one.year() == year - 1 && one.isIssued()));
        model.addAttribute("groups", plans.groups(year));
        model.addAttribute("units", directory.units());
        model.addAttribute("targets", plans.targets(year));
        model.addAttribute("assignments", plan.isIssued() ? List.of() : plans.assignments(year));
        Slice slice = Slice.of(page, cases.count(year, wanted, day), tables);
        model.addAttribute("slice", slice);
        model.addAttribute("lines", cases.find(year, wanted, day, slice));
        model.addAttribute("pillars", plans.pillars(year));
        model.addAttribute("standings", Standing.values());
        model.addAttribute("wanted", wanted);
        model.addAttribute("asOf", day);
        return "dashboard/plan";
    }

    /** A choice of “all” comes as an empty text. */
    private static @Nullable String given(@Nullable String choice) {
        return choice == null || choice.isEmpty() ? null : choice;
    }
}
