package vn.giaoviec.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.dashboard.web.CaseListQuery.CaseLine;
import vn.giaoviec.dashboard.web.CaseListQuery.Wanted;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.indicator.Contribution;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.indicator.Figure;
import vn.giaoviec.indicator.Reading;
import vn.giaoviec.indicator.ReadingPeriod;
import vn.giaoviec.indicator.ReadingPeriod.Calculation;
import vn.giaoviec.indicator.ReadingRefused;
import vn.giaoviec.indicator.ReadingRefused.Problem;
import vn.giaoviec.indicator.Readings;
import vn.giaoviec.indicator.Series;
import vn.giaoviec.indicator.Support;
import vn.giaoviec.indicator.TypedReading;
import vn.giaoviec.indicator.UnitReport;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.RollUp;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;
import vn.giaoviec.shared.web.Slice;

/**
 * Everything the page of an indicator, or of a unit's part of it, shows; a form of it that was refused comes back with what
 * was typed.
 */
@Component
class IndicatorView {
    private final Plans plans;
    private final Directory directory;
    private final Contributions contributions;
    private final Readings readings;
    private final CaseListQuery cases;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    IndicatorView(
            Plans plans,
            Directory directory,
            Contributions contributions,
            Readings readings,
            CaseListQuery cases,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.plans = plans;
        this.directory = directory;
        this.contributions = contributions;
        this.readings = readings;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    /** The plan whose indicators are shown. */
    Plan plan() {
        return plans.current().orElseThrow(() -> new Refusal.NotFound("refusal.noPlanYet"));
    }

    /**
     * The page with the reason why a form was refused; whoever may not send it gets a page of its own.
     *
     * @param unit the unit of whose part the page is, or empty
     */
    String refused(String code, String unit, Refusal refusal, Model model, HttpServletResponse response) {
        if (refusal instanceof Refusal.Forbidden || refusal instanceof Refusal.NotFound) {
            throw refusal;
        }
        events.publishEvent(Refused.of(refusal, "page", code));
        HttpStatus status = refusal instanceof Refusal.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
        response.setStatus(status.value());
        model.addAttribute("refusal", refusal);
        if (refusal instanceof ReadingRefused mistakes) {
            Map<String, Problem> problems = new LinkedHashMap<>();
            mistakes.problems().forEach(problem -> problems.putIfAbsent(problem.field(), problem));
            model.addAttribute("problems", problems);
        }
        model.addAttribute("pageAt", "/indicators/" + code + (unit.isEmpty() ? "" : "/units/" + unit));
        return unit.isEmpty() ? page(code, null, 1, null, model) : unitPage(code, unit, model);
    }

    /**
     * The page of an indicator.
     *
     * @param period key of the period whose reports of units are shown, or null for the latest
     * @param page which piece of what was posted is shown, from 1
     * @param tables how the page's tables are taken away, or null if they are shown
     */
    String page(String code, @Nullable String period, long page, @Nullable String tables, Model model) {
        int year = common(model);
        Target target = target(year, code);
        List<Reading> all = readings.of(year, code);
        Series series = Series.of(target, all);
        Support support = contributions.support(year).get(code);
        model.addAttribute("target", target);
        model.addAttribute("pillars", plans.pillars(year));
        model.addAttribute("support", support);
        ledger(year, code, page, tables, model);
        Slice first = Slice.uncounted(1, tables);
        List<CaseLine> lines = cases.find(year, Wanted.supporting(code), clock.today(), first);
        model.addAttribute("lines", lines);
        model.addAttribute("moreLines", lines.size() == first.size());
        model.addAttribute("one", series);
        model.addAttribute("gap", series.gap(target, support));
        model.addAttribute("rules", RollUp.values());
        readings(all.stream().filter(reading -> !reading.ofPart()).toList(), series, target, model);
        if (target.parts() != null) {
            List<ReadingPeriod> periods = UnitReport.periods(all);
            ReadingPeriod shown = periods.stream()
                    .filter(one -> one.key().equals(period))
                    .findFirst()
                    .orElseGet(() -> periods.stream().findFirst().orElse(null));
            model.addAttribute("periods", periods);
            model.addAttribute("shown", shown);
            model.addAttribute("reports", UnitReport.of(target, all, readings.expectations(year, code), shown));
        }
        return "dashboard/indicator";
    }

    /** What was posted; it is counted only where it does not fit on the page. */
    private void ledger(int year, String code, long page, @Nullable String tables, Model model) {
        Slice posted = Slice.of(1, 0, tables);
        List<Contribution> ledger = contributions.ledger(year, code, posted.size() + 1, 0);
        if (ledger.size() > posted.size()) {
            posted = Slice.of(page, contributions.posted(year, code), tables);
            ledger = contributions.ledger(year, code, posted.size(), posted.skipped());
        }
        model.addAttribute("posted", posted);
        model.addAttribute("ledger", ledger);
    }

    /** The page of a unit's part. */
    String unitPage(String code, String unit, Model model) {
        int year = common(model);
        Target target = target(year, code);
        if (target.parts() == null || !target.parts().has(unit)) {
            throw new Refusal.NotFound("refusal.noPart", code, unit);
        }
        List<Reading> all = readings.of(year, code).stream()
                .filter(reading -> reading.ofPart() && reading.unit().equals(unit))
                .toList();
        model.addAttribute("target", target);
        model.addAttribute("part", unit);
        model.addAttribute("expectation", readings.expectations(year, code).get(unit));
        model.addAttribute("settled", all.stream().anyMatch(reading -> reading.stands() || reading.waits()));
        Series series = Series.ofPart(target, all);
        model.addAttribute("one", series);
        readings(all, series, target, model);
        return "dashboard/part";
    }

    private Target target(int year, String code) {
        return plans.target(year, code).orElseThrow(() -> new Refusal.NotFound("refusal.noIndicator", code));
    }

    /** What both pages show; the plan's year. */
    private int common(Model model) {
        Plan plan = plan();
        model.addAttribute("plan", plan);
        model.addAttribute("people", directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute(
                "units",
                directory.units().stream()
                        .collect(Collectors.toMap(
                                Unit::code, Function.identity(), (one, same) -> one, LinkedHashMap::new)));
        model.addAttribute("calculations", Calculation.values());
        return plan.year();
    }

    private static void readings(List<Reading> shown, Series series, Target target, Model model) {
        model.addAttribute(
                "readings",
                shown.stream()
                        .sorted(Comparator.comparing(Reading::id).reversed())
                        .toList());
        model.addAttribute("correctable", shown.stream().filter(Reading::stands).toList());
        model.addAttribute("chart", SeriesChart.of(target, series).orElse(null));
        Map<String, Object> asked = model.asMap();
        if (!asked.containsKey("problems")) {
            model.addAttribute("problems", Map.of());
        }
        if (!asked.containsKey("typed")) {
            model.addAttribute("typed", nothingTyped(series.latest()));
        }
    }

    /** An empty form, counted as the last figure was. */
    private static TypedReading nothingTyped(@Nullable Figure latest) {
        Calculation calculation =
                latest == null ? Calculation.STOCK : latest.period().calculation();
        return TypedReading.of(Map.of("calculation", calculation.name()));
    }
}
