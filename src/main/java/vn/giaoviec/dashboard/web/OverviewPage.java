package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.CourseQuery.Evening;
import vn.giaoviec.dashboard.web.TallyBar.Piece;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.indicator.Readings;
import vn.giaoviec.indicator.Support;
import vn.giaoviec.plan.Pillar;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Text;

/** The leader's page: where the plan stands and what hurts most, as it was at the end of any day. */
@Controller
class OverviewPage {
    private final Plans plans;
    private final Contributions contributions;
    private final Readings readings;
    private final TallyQuery tallies;
    private final CourseQuery courses;
    private final CriticalQuery critical;
    private final WorkingDays workingDays;
    private final DashboardSettings settings;
    private final BusinessClock clock;

    OverviewPage(
            Plans plans,
            Contributions contributions,
            Readings readings,
            TallyQuery tallies,
            CourseQuery courses,
            CriticalQuery critical,
            WorkingDays workingDays,
            DashboardSettings settings,
            BusinessClock clock) {
        this.plans = plans;
        this.contributions = contributions;
        this.readings = readings;
        this.tallies = tallies;
        this.courses = courses;
        this.critical = critical;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/overview")
    String overview(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            Model model) {
        Plan plan = plans.current().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
        LocalDate day = StandingPage.dayOrToday(asOf, clock);
        Map<String, Support> support = contributions.support(plan.year(), CaseListQuery.endOf(day));
        model.addAttribute("plan", plan);
        model.addAttribute("asOf", day);
        model.addAttribute("updateDays", settings.updateDays());
        model.addAttribute("support", support);
        figures(plan.year(), day, model);
        model.addAttribute("critical", critical(plan.year(), day, support));
        course(plan.year(), day, model);
        indicators(plan.year(), day, model);
        return "dashboard/overview";
    }

    private void figures(int year, LocalDate day, Model model) {
        Map<String, Tally> parts = tallies.byPart(year, day);
        List<Pillar> pillars = plans.pillars(year);
        List<Part> groups = plans.groups(year).stream()
                .map(group -> Part.of(
                        String.valueOf(group.number()),
                        StandingPage.numbered(group),
                        parts.get(TallyQuery.GROUP + group.number())))
                .toList();
        model.addAttribute("standings", Standing.values());
        model.addAttribute("pillars", pillars);
        model.addAttribute("whole", groups.stream().map(Part::tally).reduce(Tally.NOTHING, Tally::plus));
        model.addAttribute("byGroup", groups);
        model.addAttribute(
                "byPillar",
                pillars.stream()
                        .map(pillar ->
                                Part.of(pillar.code(), pillar.name(), parts.get(TallyQuery.PILLAR + pillar.code())))
                        .toList());
    }

    private CriticalList critical(int year, LocalDate day, Map<String, Support> support) {
        WorkingDays days = workingDays.known();
        return CriticalList.of(critical.dueBefore(Delay.farFrom(day, days), year, day), support, day, days);
    }

    private void course(int year, LocalDate day, Model model) {
        List<LocalDate> days = CourseQuery.days(year, day);
        List<Evening> course = courses.course(year, days, day);
        model.addAttribute("burnUp", BurnUp.of(year, days, day, course));
        model.addAttribute(
                "heat",
                HeatMap.of(days.stream().filter(told -> !told.isAfter(day)).toList(), course));
    }

    private void indicators(int year, LocalDate day, Model model) {
        Instant end = CaseListQuery.endOf(day);
        List<Target> targets = plans.targets(year);
        model.addAttribute("targets", targets);
        model.addAttribute("series", readings.series(year, targets, end));
    }

    /**
     * A pillar or a solution group at a glance.
     *
     * @param code what the list of cases is narrowed by
     * @param name its name
     * @param tally its cases
     * @param bar the same as a drawing
     */
    record Part(String code, Text name, Tally tally, List<Piece> bar) {
        static Part of(String code, Text name, @Nullable Tally counted) {
            Tally tally = counted == null ? Tally.NOTHING : counted;
            return new Part(code, name, tally, TallyBar.of(tally));
        }
    }
}
