package vn.giaoviec.report.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.giaoviec.report.ComposeReport;
import vn.giaoviec.report.FigureKey;
import vn.giaoviec.report.PrintReport;
import vn.giaoviec.report.Report;
import vn.giaoviec.report.Reports;
import vn.giaoviec.shared.Refusal;

/** One report: what it says, the cases behind each figure, whether it still holds, and what changed since. */
@Controller
class ReportPage {
    private final Reports reports;
    private final ComposeReport composeReport;
    private final PrintReport printReport;
    private final MessageSource messages;

    ReportPage(Reports reports, ComposeReport composeReport, PrintReport printReport, MessageSource messages) {
        this.reports = reports;
        this.composeReport = composeReport;
        this.printReport = printReport;
        this.messages = messages;
    }

    @GetMapping("/reports/{year}/{number}")
    String one(@PathVariable int year, @PathVariable int number, Model model, Locale reader) {
        Report report = genuine(year, number, model);
        model.addAttribute("content", composeReport.of(report, before(report), reader));
        return "report/report";
    }

    @GetMapping("/reports/{year}/{number}/figures/{key}")
    String figure(
            @PathVariable int year, @PathVariable int number, @PathVariable String key, Model model, Locale reader) {
        Report report = genuine(year, number, model);
        FigureKey figure = FigureKey.read(key).orElseThrow(() -> new Refusal.NotFound("refusal.noFigure"));
        model.addAttribute("key", figure);
        model.addAttribute("table", composeReport.cases(report, figure, reader));
        return "report/figure";
    }

    @GetMapping("/reports/{year}/{number}/check")
    String check(@PathVariable int year, @PathVariable int number, Model model, Locale reader) {
        Report report = reports.find(year, number);
        Reports.Verification verification = reports.verify(report);
        model.addAttribute("report", report);
        model.addAttribute("verification", verification);
        if (verification.difference() != null && !verification.derived()) {
            model.addAttribute("section", composeReport.changes(report, "", "", verification.difference(), reader));
        }
        return "report/check";
    }

    @GetMapping("/reports/{year}/{number}/changes")
    String changes(@PathVariable int year, @PathVariable int number, Model model, Locale reader) {
        Report report = genuine(year, number, model);
        model.addAttribute(
                "section",
                composeReport.changes(
                        report,
                        messages.getMessage("report.now", null, reader),
                        messages.getMessage("report.now.hint", null, reader),
                        reports.sinceThen(report),
                        reader));
        return "report/changes";
    }

    @GetMapping("/reports/{year}/{number}/paper.{format:docx|xlsx}")
    ResponseEntity<byte[]> paper(@PathVariable int year, @PathVariable int number, @PathVariable String format) {
        Report report = reports.find(year, number);
        PrintReport.Format as = PrintReport.Format.valueOf(format.toUpperCase(Locale.ROOT));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(as.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(PrintReport.fileName(report, as))
                                .build()
                                .toString())
                .body(printReport.print(report, before(report), as));
    }

    /** What is not what its hash says is only shown where that is told. */
    private Report genuine(int year, int number, Model model) {
        Report report = reports.find(year, number);
        if (!report.matches()) {
            throw new Refusal.Conflict("refusal.reportAltered");
        }
        model.addAttribute("report", report);
        return report;
    }

    private @Nullable Report before(Report report) {
        return reports.before(report).orElse(null);
    }
}
