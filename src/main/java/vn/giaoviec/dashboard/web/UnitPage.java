package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.UnitDueQuery.Due;
import vn.giaoviec.dashboard.web.UnitWorkQuery.Held;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.StaffedUnit;
import vn.giaoviec.indicator.Readings;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.web.Slice;

/** One unit in the current plan: how it stands, who has what, what comes due when, and its cases over the year. */
@Controller
class UnitPage {
    private final Plans plans;
    private final Directory directory;
    private final Readings readings;
    private final TallyQuery tallies;
    private final UnitWorkQuery work;
    private final UnitDueQuery due;
    private final MyWorkQuery myWork;
    private final DashboardSettings settings;
    private final WorkingDays workingDays;
    private final BusinessClock clock;

    UnitPage(
            Plans plans,
            Directory directory,
            Readings readings,
            TallyQuery tallies,
            UnitWorkQuery work,
            UnitDueQuery due,
            MyWorkQuery myWork,
            DashboardSettings settings,
            WorkingDays workingDays,
            BusinessClock clock) {
        this.plans = plans;
        this.directory = directory;
        this.readings = readings;
        this.tallies = tallies;
        this.work = work;
        this.due = due;
        this.myWork = myWork;
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @GetMapping("/units/{code}")
    String unit(
            @PathVariable String code,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String tables,
            Model model) {
        StaffedUnit staffed = directory.staffed(code).orElseThrow(() -> new Refusal.NotFound("refusal.noUnit", code));
        Plan plan = plans.current().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
        model.addAttribute("plan", plan);
        model.addAttribute("unit", staffed.unit());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("updateDays", settings.updateDays());
        model.addAttribute("now", clock.instant());
        Slice asked = Slice.uncounted(page, tables);
        Tally tally = tallies.unit(plan.year(), code);
        model.addAttribute("tally", tally);
        if (tally.all() > 0) {
            due(plan.year(), code, asked.size(), model);
            timeline(plan.year(), code, tally.all(), model);
        }
        // the frame has asked already
        Person me = model.getAttribute("me") instanceof Person known ? known : directory.me();
        people(plan.year(), staffed, me, asked, model);
        figures(plan.year(), code, model);
        return "dashboard/unit";
    }

    /** What comes due in this month and the next. */
    private void due(int year, String code, int most, Model model) {
        LocalDate today = clock.today();
        List<YearMonth> months =
                List.of(YearMonth.from(today), YearMonth.from(today).plusMonths(1));
        Due found = due.due(year, code, months.get(0).atDay(1), months.get(1).atEndOfMonth(), today, most);
        model.addAttribute("months", DueMonth.of(months, found.days(), workingDays.known()));
        model.addAttribute("due", found.first());
        model.addAttribute("allDue", found.cases());
        model.addAttribute(
                "listedUntil",
                found.first().isEmpty()
                        ? null
                        : found.first().get(found.first().size() - 1).nextDueOn());
    }

    private void timeline(int year, String code, int all, Model model) {
        LocalDate today = clock.today();
        List<UnitCase> shown = work.mostUrgent(year, code, today, Timeline.MOST);
        if (!shown.isEmpty()) {
            model.addAttribute("timeline", Timeline.of(shown, all, today));
        }
    }

    /** The indicators of which the unit reports a part. */
    private void figures(int year, String code, Model model) {
        List<Target> targets = plans.targets(year);
        model.addAttribute("targets", targets);
        model.addAttribute("duties", readings.duties(year, targets, code));
    }

    /** Who has which step is told to those who may read the unit's cases: its own people, and who oversees the plan. */
    private void people(int year, StaffedUnit staffed, Person me, Slice asked, Model model) {
        String code = staffed.unit().code();
        Set<String> groups = Set.of(Groups.head(code), Groups.staff(code));
        if (me.worksIn(code)) {
            model.addAttribute("waiting", myWork.of(me, groups, clock.today(), asked));
        }
        if (me.worksIn(code) || me.readsEverything()) {
            List<Held> held = work.held(year, groups);
            model.addAttribute("desks", Desk.of(code, staffed.people(), held, clock.instant()));
            model.addAttribute("manySteps", held.size() < UnitWorkQuery.MOST_HELD ? null : held.size());
        }
    }
}
