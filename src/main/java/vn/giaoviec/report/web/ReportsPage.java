package vn.giaoviec.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.report.ComposeReport;
import vn.giaoviec.report.MakeReport;
import vn.giaoviec.report.Report;
import vn.giaoviec.report.ReportPeriod;
import vn.giaoviec.report.Reports;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;

/** The reports that were made, and the form that makes one. A refused form comes back with what was typed. */
@Controller
class ReportsPage {
    private final Reports reports;
    private final MakeReport makeReport;
    private final ComposeReport composeReport;
    private final Plans plans;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    ReportsPage(
            Reports reports,
            MakeReport makeReport,
            ComposeReport composeReport,
            Plans plans,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.reports = reports;
        this.makeReport = makeReport;
        this.composeReport = composeReport;
        this.plans = plans;
        this.clock = clock;
        this.events = events;
    }

    @GetMapping("/reports")
    String all(Model model, Locale reader) {
        return page(Map.of(), model, reader);
    }

    @PostMapping("/reports")
    String make(@RequestParam Map<String, String> typed, Model model, Locale reader, HttpServletResponse response) {
        try {
            String year = typed.getOrDefault("year", "");
            Report made = makeReport.make(
                    year.matches("\\d{4}") ? Integer.parseInt(year) : 0,
                    typed.getOrDefault("period", ""),
                    day(typed.getOrDefault("cutOff", "")));
            return "redirect:" + made.path();
        } catch (Refusal.Forbidden notHere) {
            throw notHere;
        } catch (Refusal refusal) {
            events.publishEvent(Refused.of(refusal, "page", null));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal);
            return page(typed, model, reader);
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new Refusal("refusal.reportNoDay", typed);
        }
    }

    private String page(Map<String, String> typed, Model model, Locale reader) {
        List<Line> lines = reports.all().stream()
                .map(report -> new Line(report, report.matches() ? composeReport.subject(report, reader) : ""))
                .toList();
        Plan plan = plans.current().filter(Plan::isIssued).orElse(null);
        List<ReportPeriod> periods = plan == null ? List.of() : makeReport.periods(plan.year());
        model.addAttribute("reports", lines);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "periods",
                periods.stream()
                        .map(period -> new Choice(period.code(), composeReport.choice(period, reader)))
                        .toList());
        model.addAttribute("period", typed.getOrDefault("period", lastOver(periods)));
        model.addAttribute("typed", typed);
        model.addAttribute("pageAt", "/reports");
        return "report/reports";
    }

    /** The one that is most likely reported now; of several, the shortest. */
    private String lastOver(List<ReportPeriod> periods) {
        return periods.stream()
                .filter(period -> period.to().isBefore(clock.today()))
                .max(Comparator.comparing(ReportPeriod::to))
                .map(ReportPeriod::code)
                .orElse("");
    }

    /**
     * @param report a report
     * @param subject what it reports; empty if its snapshot is not what its hash says
     */
    record Line(Report report, String subject) {}

    /**
     * @param code what is sent
     * @param name what is read
     */
    record Choice(String code, String name) {}
}
