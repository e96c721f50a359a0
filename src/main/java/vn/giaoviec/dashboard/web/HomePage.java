package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.indicator.Readings;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.web.Slice;

/** What waits for me, and the plan at a glance. */
@Controller
class HomePage {
    private final Directory directory;
    private final Plans plans;
    private final Contributions contributions;
    private final Readings readings;
    private final MyWorkQuery myWork;
    private final TallyQuery tallies;
    private final BusinessClock clock;

    HomePage(
            Directory directory,
            Plans plans,
            Contributions contributions,
            Readings readings,
            MyWorkQuery myWork,
            TallyQuery tallies,
            BusinessClock clock) {
        this.directory = directory;
        this.plans = plans;
        this.contributions = contributions;
        this.readings = readings;
        this.myWork = myWork;
        this.tallies = tallies;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String tables,
            Model model) {
        Person me = directory.me();
        model.addAttribute("waiting", myWork.of(me, clock.today(), Slice.uncounted(page, tables)));
        model.addAttribute("now", Instant.now(clock));
        plans.current().ifPresent(plan -> {
            model.addAttribute("readings", readings.waitingFor(me, plan.year()));
            glance(plan, model);
        });
        return "dashboard/home";
    }

    private void glance(Plan plan, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("standings", Standing.values());
        model.addAttribute("tally", tallies.whole(plan.year()));
        model.addAttribute("pillars", plans.pillars(plan.year()));
        List<Target> targets = plans.targets(plan.year());
        model.addAttribute("targets", targets);
        model.addAttribute("support", contributions.support(plan.year()));
        model.addAttribute("series", readings.series(plan.year(), targets));
    }
}
