package vn.giaoviec.intake.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.Refusal;

/** A whole plan as a workbook, in Vietnamese whatever the page's language: it is a document. */
@Controller
class PlanExportPage {
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Plans plans;
    private final Directory directory;
    private final PlanCasesQuery cases;
    private final BusinessClock clock;
    private final MessageSource messages;

    PlanExportPage(
            Plans plans, Directory directory, PlanCasesQuery cases, BusinessClock clock, MessageSource messages) {
        this.plans = plans;
        this.directory = directory;
        this.cases = cases;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/plan/{year}.xlsx")
    ResponseEntity<byte[]> export(@PathVariable int year) {
        Plan plan = plans.of(year).orElseThrow(() -> new Refusal.NotFound("refusal.noPlan", year));
        PlanWorkbook.Whole whole = new PlanWorkbook.Whole(
                plan,
                directory.units(),
                plans.pillars(year),
                plans.targets(year),
                plans.groups(year),
                plans.assignments(year),
                cases.of(year, clock.today()).stream().collect(Collectors.groupingBy(PlanWorkbook.Case::assignment)));
        byte[] content = PlanWorkbook.of(whole, (key, args) -> messages.getMessage(key, args, VIETNAMESE));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("ke-hoach-" + year + ".xlsx")
                                .build()
                                .toString())
                .body(content);
    }
}
