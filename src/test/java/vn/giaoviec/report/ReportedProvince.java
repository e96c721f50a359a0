package vn.giaoviec.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import vn.giaoviec.casework.CancelCase;
import vn.giaoviec.casework.NoteProgress;
import vn.giaoviec.casework.OpenCases;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.casework.ReopenCase;
import vn.giaoviec.casework.RequestExtension;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.PlanText;
import vn.giaoviec.testing.Province;

/**
 * Five cases, of which every figure can be told by hand. A report is made, then nearly everything that can happen to a case
 * happens, then a second one is made.
 */
@TestComponent
public class ReportedProvince {
    static final int YEAR = 2025;
    static final String OFFICE = "office1";

    private final Province province;
    private final OpenCases openCases;
    private final NoteProgress noteProgress;
    private final RequestExtension requestExtension;
    private final ReopenCase reopenCase;
    private final CancelCase cancelCase;
    private final MakeReport makeReport;
    private final Reports reports;
    private @Nullable Report first;
    private @Nullable Report second;

    ReportedProvince(
            Province province,
            OpenCases openCases,
            NoteProgress noteProgress,
            RequestExtension requestExtension,
            ReopenCase reopenCase,
            CancelCase cancelCase,
            MakeReport makeReport,
            Reports reports) {
        this.province = province;
        this.openCases = openCases;
        this.noteProgress = noteProgress;
        this.requestExtension = requestExtension;
        this.reopenCase = reopenCase;
        this.cancelCase = cancelCase;
        this.makeReport = makeReport;
        this.reports = reports;
    }

    Report first() {
        return Objects.requireNonNull(first);
    }

    Report second() {
        return Objects.requireNonNull(second);
    }

    Report makes(String period, @Nullable LocalDate cutOff) {
        Report made = province.as(OFFICE, () -> makeReport.make(YEAR, period, cutOff));
        return province.as(OFFICE, () -> reports.find(made.year(), made.number()));
    }

    /**
     * At the end of 14/03 T-05 is done in time, T-02 is late since 11/03 and T-01 since 13/03; T-03 and T-04 have time. On 18/03
     * T-01 is done late, T-03 has more time, T-05 is opened again and T-04 withdrawn.
     */
    public void lives() {
        if (second != null) {
            return;
        }
        province.imports(
                YEAR,
                PlanText.of(
                        YEAR,
                        List.of(
                                AnAssignment.due("T-01", "STTTT", "2025-03-12", Map.of("CQ6", 3)),
                                AnAssignment.due("T-02", "SNV", "2025-03-10", Map.of("CQ6", 1, "KT4", 2)),
                                AnAssignment.due("T-03", "STTTT", "2025-03-20", Map.of("KT4", 2)),
                                AnAssignment.of("communications")
                                        .code("T-04")
                                        .ledBy("SKHCN")
                                        .supporting(Map.of("H1", 1))
                                        .dueOn("2025-06-30"),
                                AnAssignment.due("T-05", "STTTT", "2025-03-14", Map.of("CQ6", 1)))));
        province.as(OFFICE, () -> openCases.issue(YEAR));
        province.turns(LocalDate.of(2025, 3, 5));
        drives("T-05", "STTTT").begins().throughResources().finishes();
        province.reads(YEAR, "CQ6", "2025-02-28", "40", "");
        long wrong = province.reads(YEAR, "KT4", "2025-02-28", "61", "");
        province.turns(LocalDate.of(2025, 3, 14));
        notes("T-02", "SNV", "chờ ý kiến của Bộ");

        province.turns(LocalDate.of(2025, 3, 18));
        first = makes("quarter-1", null);
        drives("T-01", "STTTT").begins().throughResources().does("task_carryOut");
        drives("T-01", "STTTT")
                .step("task_submit")
                .with("latenessReason", "thiếu kinh phí")
                .complete();
        drives("T-01", "STTTT").does("task_approve=approved", "task_accept=accepted");
        CaseKey extended = key("T-03", "STTTT");
        province.as(
                "head.stttt",
                () -> requestExtension.request(extended, LocalDate.of(2025, 4, 10), "chờ vốn", UUID.randomUUID()));
        drives("T-03", "STTTT").step("task_decideExtension").choosing("granted").complete();
        province.as(OFFICE, () -> reopenCase.reopen(key("T-05", "STTTT"), "thiếu phụ lục", UUID.randomUUID()));
        province.as(
                OFFICE, () -> cancelCase.cancel(key("T-04", "SKHCN"), "5/QĐ-UBND", "không còn cần", UUID.randomUUID()));
        province.reads(YEAR, "CQ6", "2025-03-15", "50", "");
        province.reads(YEAR, "KT4", "2025-02-28", "59", String.valueOf(wrong));
        province.turns(LocalDate.of(2025, 3, 19));
        second = makes("quarter-1", LocalDate.of(2025, 3, 18));
    }

    private static CaseKey key(String assignment, String unit) {
        return new CaseKey(YEAR, assignment, unit);
    }

    private CaseDriver drives(String assignment, String unit) {
        return province.drives(key(assignment, unit));
    }

    private void notes(String assignment, String unit, String words) {
        province.as(
                "head.snv",
                () -> noteProgress.note(key(assignment, unit), Progress.Kind.DIFFICULTY, words, UUID.randomUUID()));
    }
}
