package vn.giaoviec.dashboard.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.dashboard.web.Courses.Course;
import vn.giaoviec.dashboard.web.CriticalQuery.Found;
import vn.giaoviec.dashboard.web.TallyBar.Piece;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
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
    private final Directory directory;
    private final Contributions contributions;
    private final Readings readings;
    private final TallyQuery counts;
    private final Courses courses;
    private final CriticalQuery critical;
    private final WorkingDays workingDays;
    private final DashboardSettings settings;
    private final BusinessClock clock;
    private final PastDays<Map<String, Support>> pastSupport;

    OverviewPage(
            Plans plans,
            Directory directory,
            Contributions contributions,
            Readings readings,
            TallyQuery counts,
            Courses courses,
            CriticalQuery critical,
            WorkingDays workingDays,
            DashboardSettings settings,
            BusinessClock clock) {
        this.plans = plans;
        this.directory = directory;
        this.contributions = contributions;
        this.readings = readings;
        this.counts = counts;
        this.courses = courses;
        this.critical = critical;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
        this.pastSupport = new PastDays<>(clock);
    }

    @GetMapping("/overview")
    String overview(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            Model model) {
        Plan plan = plans.current().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
        LocalDate day = StandingPage.dayOrToday(asOf, clock);
        // a plan that is not issued may still get other indicators
        Map<String, Support> support = plan.isIssued() && day.isBefore(clock.today())
                ? pastSupport.of(plan.year(), day, () -> contributions.support(plan.year(), CaseListQuery.endOf(day)))
                : contributions.support(plan.year());
        Tallies tallies = counts.withPlanned(plan.year(), day);
        model.addAttribute("plan", plan);
        model.addAttribute("asOf", day);
        model.addAttribute("updateDays", settings.updateDays());
        model.addAttribute("support", support);
        figures(plan.year(), tallies, model);
        model.addAttribute("critical", critical(plan.year(), day, support));
        course(plan.year(), day, tallies, model);
        indicators(plan.year(), day, model);
        return "dashboard/overview";
    }

    private void figures(int year, Tallies tallies, Model model) {
        List<Pillar> pillars = plans.pillars(year);
        model.addAttribute("standings", Standing.values());
        model.addAttribute("pillars", pillars);
        model.addAttribute("whole", tallies.whole());
        model.addAttribute(
                "byGroup",
                plans.groups(year).stream()
                        .map(group -> Part.of(
                                String.valueOf(group.number()),
                                StandingPage.numbered(group),
                                tallies.group(group.number())))
                        .toList());
        model.addAttribute(
                "byPillar",
                pillars.stream()
                        .map(pillar -> Part.of(pillar.code(), pillar.name(), tallies.pillar(pillar.code())))
                        .toList());
    }

    private CriticalList critical(int year, LocalDate day, Map<String, Support> support) {
        WorkingDays days = workingDays.known();
        LocalDate far = Delay.farFrom(day, days);
        Found found = critical.dueBefore(far, year, day, day.isBefore(clock.today()));
        return CriticalList.of(found.first(), found.all(), support, day, days);
    }

    private void course(int year, LocalDate day, Tallies tallies, Model model) {
        Course course = courses.of(year, day, tallies);
        model.addAttribute("burnUp", BurnUp.of(year, day, course));
        model.addAttribute(
                "heat",
                HeatMap.of(
                        course.days().stream()
                                .filter(told -> !told.isAfter(day))
                                .toList(),
                        course.evenings(),
                        directory.units().stream().collect(Collectors.toMap(Unit::code, Unit::name))));
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
        static Part of(String code, Text name, Tally tally) {
            return new Part(code, name, tally, TallyBar.of(tally));
        }
    }
}
