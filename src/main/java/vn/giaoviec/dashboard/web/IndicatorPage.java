package vn.giaoviec.dashboard.web;

import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Refusal;

/** Indicators with both numbers: what was measured, and what was delivered. */
@Controller
class IndicatorPage {
    private final Plans plans;
    private final Directory directory;
    private final Contributions contributions;
    private final CaseListQuery cases;
    private final BusinessClock clock;

    IndicatorPage(
            Plans plans, Directory directory, Contributions contributions, CaseListQuery cases, BusinessClock clock) {
        this.plans = plans;
        this.directory = directory;
        this.contributions = contributions;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/indicators")
    String all(Model model) {
        Plan plan = current();
        model.addAttribute("plan", plan);
        model.addAttribute("pillars", plans.pillars(plan.year()));
        model.addAttribute("targets", plans.targets(plan.year()));
        model.addAttribute("support", contributions.support(plan.year()));
        return "dashboard/indicators";
    }

    @GetMapping("/indicators/{code}")
    String one(@PathVariable String code, Model model) {
        Plan plan = current();
        Target target =
                plans.target(plan.year(), code).orElseThrow(() -> new Refusal.NotFound("refusal.noIndicator", code));
        model.addAttribute("plan", plan);
        model.addAttribute("target", target);
        model.addAttribute("pillars", plans.pillars(plan.year()));
        model.addAttribute("people", directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("support", contributions.support(plan.year()).get(code));
        model.addAttribute("ledger", contributions.ledger(plan.year(), code));
        model.addAttribute("lines", cases.supporting(plan.year(), code, clock.today()));
        return "dashboard/indicator";
    }

    private Plan current() {
        return plans.current().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
    }
}
