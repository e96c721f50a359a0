package vn.giaoviec.dashboard.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.SolutionGroup;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Text;

/** Done or open, in time or late, by unit, solution group and pillar, as it was at the end of any day. */
@Controller
class StandingPage {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Plans plans;
    private final Directory directory;
    private final TallyQuery tallies;
    private final DashboardSettings settings;
    private final BusinessClock clock;

    StandingPage(
            Plans plans, Directory directory, TallyQuery tallies, DashboardSettings settings, BusinessClock clock) {
        this.plans = plans;
        this.directory = directory;
        this.tallies = tallies;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/standing")
    String standing(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            Model model) {
        Plan plan = plans.current().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
        LocalDate day = dayOrToday(asOf, clock);
        int year = plan.year();
        Tallies counted = tallies.of(year, day);
        Map<String, Tally> units = counted.ofEach(Tallies.UNIT);
        model.addAttribute("plan", plan);
        model.addAttribute("asOf", day);
        model.addAttribute("updateDays", settings.updateDays());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("whole", counted.whole());
        model.addAttribute(
                "byUnit",
                directory.units().stream()
                        .filter(unit -> units.containsKey(unit.code()))
                        .map(unit -> new Row(unit.code(), unit.name(), counted.unit(unit.code())))
                        .sorted(Comparator.comparing((Row row) -> row.tally().count(Standing.OPEN_LATE))
                                .reversed())
                        .toList());
        model.addAttribute(
                "byGroup",
                plans.groups(year).stream()
                        .map(group ->
                                new Row(String.valueOf(group.number()), numbered(group), counted.group(group.number())))
                        .toList());
        model.addAttribute(
                "byPillar",
                plans.pillars(year).stream()
                        .map(pillar -> new Row(pillar.code(), pillar.name(), counted.pillar(pillar.code())))
                        .toList());
        return "dashboard/standing";
    }

    /** Today, or an earlier day that was asked for. */
    static LocalDate dayOrToday(@Nullable LocalDate asked, BusinessClock clock) {
        if (asked != null && asked.isAfter(clock.today())) {
            throw new Refusal("refusal.dayToCome", asked);
        }
        // nothing is older than the calendar's first year, and days far before it are no days to the database
        return asked == null ? clock.today() : asked.isBefore(EARLIEST) ? EARLIEST : asked;
    }

    /** A group as people call it. */
    static Text numbered(SolutionGroup group) {
        return new Text(
                group.number() + ". " + group.name().vi(),
                group.number() + ". " + group.name().en());
    }

    /**
     * @param code what the list of cases is narrowed by
     * @param name of the unit, group or pillar
     * @param tally its cases
     */
    record Row(String code, Text name, Tally tally) {}
}
