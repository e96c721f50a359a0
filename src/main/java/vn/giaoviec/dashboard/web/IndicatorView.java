package vn.giaoviec.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Person;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.indicator.Reading;
import vn.giaoviec.indicator.ReadingPeriod.Calculation;
import vn.giaoviec.indicator.ReadingRefused;
import vn.giaoviec.indicator.ReadingRefused.Problem;
import vn.giaoviec.indicator.Readings;
import vn.giaoviec.indicator.Series;
import vn.giaoviec.indicator.Support;
import vn.giaoviec.indicator.TypedReading;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.Target;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** Everything the page of an indicator shows; a form of it that was refused comes back with what was typed. */
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

    /** The page with the reason why a form was refused; whoever may not send it gets a page of its own. */
    String refused(String code, Refusal refusal, Model model, HttpServletResponse response) {
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
        model.addAttribute("pageAt", "/indicators/" + code);
        return page(code, model);
    }

    String page(String code, Model model) {
        Plan plan = plan();
        int year = plan.year();
        Target target = plans.target(year, code).orElseThrow(() -> new Refusal.NotFound("refusal.noIndicator", code));
        Support support = contributions.support(year).get(code);
        List<Reading> all = readings.of(year, code);
        Series series = Series.of(all);
        model.addAttribute("plan", plan);
        model.addAttribute("target", target);
        model.addAttribute("pillars", plans.pillars(year));
        model.addAttribute("people", directory.people().stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("support", support);
        model.addAttribute("ledger", contributions.ledger(year, code));
        model.addAttribute("lines", cases.supporting(year, code, clock.today()));
        model.addAttribute("readings", newestFirst(all));
        model.addAttribute("one", series);
        model.addAttribute("gap", series.gap(target, support));
        model.addAttribute("chart", SeriesChart.of(target, series).orElse(null));
        model.addAttribute("calculations", Calculation.values());
        String owner = target.owner();
        if (owner != null) {
            model.addAttribute("owner", directory.unit(owner).orElseThrow());
        }
        Map<String, Object> asked = model.asMap();
        if (!asked.containsKey("problems")) {
            model.addAttribute("problems", Map.of());
        }
        if (!asked.containsKey("typed")) {
            model.addAttribute("typed", nothingTyped(series.latest()));
        }
        return "dashboard/indicator";
    }

    private static List<Reading> newestFirst(List<Reading> all) {
        return all.stream().sorted(Comparator.comparing(Reading::id).reversed()).toList();
    }

    /** An empty form, counted as the last reading was. */
    private static TypedReading nothingTyped(@Nullable Reading latest) {
        Calculation calculation =
                latest == null ? Calculation.STOCK : latest.reported().period().calculation();
        return TypedReading.of(Map.of("calculation", calculation.name()));
    }
}
