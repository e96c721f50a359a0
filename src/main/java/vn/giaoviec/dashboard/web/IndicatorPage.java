package vn.giaoviec.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.indicator.Readings;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.Target;

/** Indicators with both numbers: what was measured, and what was delivered. */
@Controller
class IndicatorPage {
    private final Plans plans;
    private final Contributions contributions;
    private final Readings readings;
    private final IndicatorView view;

    IndicatorPage(Plans plans, Contributions contributions, Readings readings, IndicatorView view) {
        this.plans = plans;
        this.contributions = contributions;
        this.readings = readings;
        this.view = view;
    }

    @GetMapping("/indicators")
    String all(Model model) {
        Plan plan = view.plan();
        model.addAttribute("plan", plan);
        model.addAttribute("pillars", plans.pillars(plan.year()));
        List<Target> targets = plans.targets(plan.year());
        model.addAttribute("targets", targets);
        model.addAttribute("support", contributions.support(plan.year()));
        model.addAttribute("series", readings.series(plan.year(), targets));
        return "dashboard/indicators";
    }

    @GetMapping("/indicators/{code}")
    String one(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "1") long page,
            @RequestParam(required = false) @Nullable String tables,
            Model model) {
        return view.page(code, period, page, tables, model);
    }
}
