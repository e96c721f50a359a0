package vn.giaoviec.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.NoteProgress;
import vn.giaoviec.casework.OpenCases;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.LedgerIsIntact;
import vn.giaoviec.testing.PlanText;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;
import vn.giaoviec.testing.TestDatabase;

/**
 * A province with five cases, of which every figure can be told by hand. It has an application of its own, since the page
 * shows the newest plan, and its year must be the clock's.
 */
@Tag("database")
@ExtendWith(LedgerIsIntact.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "giaoviec.notice.start-after=1d",
            "giaoviec.calendar.demo-start=2025-03-03"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Province.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewPageTest {
    private static final int YEAR = 2025;

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    OpenCases openCases;

    @Autowired
    NoteProgress noteProgress;

    @Autowired
    Contributions contributions;

    @Autowired
    BusinessClock clock;

    @Autowired
    WebApplicationContext application;

    private TasklistClient leader;
    private String beforeIssue = "";

    /**
     * T-05 is done in time on 05/03. T-02 is late from 11/03. T-01 is late from 13/03 and done on 18/03, today. T-03 is due on
     * 20/03, T-04 much later.
     */
    @BeforeAll
    void aSmallProvince() {
        leader = TasklistClient.signIn(port, "leader1");
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
        beforeIssue = page("");
        province.as("office1", () -> openCases.issue(YEAR));
        CaseKey noted = new CaseKey(YEAR, "T-03", "STTTT");
        province.as(
                "head.stttt", () -> noteProgress.note(noted, Progress.Kind.PROGRESS, "đang làm", UUID.randomUUID()));

        province.turns(LocalDate.of(2025, 3, 5));
        drives("T-05", "STTTT").begins().throughResources().finishes();
        province.reads(YEAR, "CQ6", "2025-02-28", "40", "");
        long wrong = province.reads(YEAR, "KT4", "2025-02-28", "61", "");

        province.turns(LocalDate.of(2025, 3, 18));
        drives("T-01", "STTTT").begins().throughResources().finishes();
        province.reads(YEAR, "CQ6", "2025-03-15", "50", "");
        province.reads(YEAR, "KT4", "2025-02-28", "59", String.valueOf(wrong));
    }

    @Test
    void todayIsToldInFiguresThatCanBeCountedByHand() {
        String page = page("");
        assertThat(text(page))
                .contains("Toàn cảnh kế hoạch đến hết ngày 18/03/2025")
                .contains(
                        "1 Hoàn thành đúng hạn 1 Hoàn thành quá hạn 2 Đang thực hiện trong hạn 1 Đang thực hiện quá hạn")
                .contains("40,0% 2 trên 5 hồ sơ", "33,3% 1 trên 3 hồ sơ đang mở có ghi tiến độ trong 30 ngày")
                .contains("Tổng số: 5 hồ sơ nhiệm vụ")
                // the indicators are served to 4/5 and to nothing
                .contains("1 Nhiệm vụ thử Sở Nội vụ 10/03/2025 Quá hạn 6 ngày làm việc CQ6, KT4 18 3 × 1 × 6")
                .contains("2 Nhiệm vụ thử Sở TT&amp;TT 20/03/2025 Còn 2 ngày làm việc KT4 1 2 × 1 × 0,5")
                .contains("Đang xem 2 trên 2 hồ sơ")
                .contains("28/02/2025 0 0 0 18/03/2025 2 3 5 31/03/2025 – 4 – 30/04/2025 – 4 –")
                .contains("30/06/2025 – 5 –")
                .contains("01/2025 02/2025 18/03/2025 Sở Nội vụ 0 0 1 Toàn tỉnh 0 0 1")
                .contains("Chính quyền số Chính quyền số: hoàn thành 2 trên 4 hồ sơ 4 1 1 1 1 50,0%")
                .contains("1. Nhóm 1. Nhóm: hoàn thành 0 trên 1 hồ sơ 1 0 0 1 0 0,0%")
                .contains("CQ6 Đài 100% 50% chưa đạt tại ngày 15/03/2025 ↑ tăng")
                .contains("59% chưa đạt")
                .doesNotContain("61%");
        assertThat(page)
                .contains(
                        "/plan?standing=OPEN_LATE&amp;asOf=2025-03-18",
                        "/plan?unit=SNV&amp;standing=OPEN_LATE&amp;asOf=2025-03-18",
                        "/cases/2025/T-02/SNV")
                .doesNotContain("??")
                // the frame's own, and none to draw with
                .containsOnlyOnce("<script");
        assertThat(page.split("<svg", -1)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(page.split("<svg[^>]*role=\"img\"", -1)).hasSameSizeAs(page.split("<svg", -1));
    }

    @Test
    void yesterdayIsToldAsItWas() {
        assertThat(text(page("?asOf=2025-03-17")))
                .contains("đến hết ngày 17/03/2025")
                .contains(
                        "1 Hoàn thành đúng hạn 0 Hoàn thành quá hạn 2 Đang thực hiện trong hạn 2 Đang thực hiện quá hạn")
                .contains("20,0% 1 trên 5 hồ sơ", "25,0% 1 trên 4 hồ sơ")
                .contains("1 Nhiệm vụ thử Sở Nội vụ 10/03/2025 Quá hạn 5 ngày làm việc CQ6, KT4 15 3 × 1 × 5")
                // then CQ6 was served to 1/5
                .contains("2 Nhiệm vụ thử Sở TT&amp;TT 12/03/2025 Quá hạn 3 ngày làm việc CQ6 7,2 3 × 0,8 × 3")
                .contains("3 Nhiệm vụ thử Sở TT&amp;TT 20/03/2025 Còn 3 ngày làm việc KT4 1")
                .contains("17/03/2025 1 3 5 31/03/2025 – 4 –")
                .contains("17/03/2025 Sở Nội vụ 0 0 1 Sở Thông tin và Truyền thông 0 0 1 Toàn tỉnh 0 0 2")
                .contains("40% chưa đạt tại ngày 28/02/2025", "chưa đủ hai số liệu")
                .contains("61% đạt mục tiêu");
    }

    @Test
    void whereNothingIsToShowItSaysWhatToDo() {
        assertThat(text(beforeIssue)).contains("Kế hoạch chưa được ban hành", "Mở kế hoạch");
        assertThat(beforeIssue).doesNotContain("??", "<svg");
        assertThat(text(page("?asOf=2025-03-02")))
                .contains("Kế hoạch được giao từ ngày 03/03/2025", "Không có hồ sơ nào quá hạn")
                .contains("chưa có số liệu");
        assertThat(text(page("?asOf=2024-12-31"))).contains("năm 2025 chưa bắt đầu");
        assertThat(text(page("?asOf=0001-01-01"))).contains("đến hết ngày 01/01/2000");
    }

    @Test
    void aDayToComeOrNoDayIsRefusedInWords() {
        HttpResponse<String> toCome = leader.get("/overview?asOf=2025-03-19");
        assertThat(toCome.statusCode()).isEqualTo(422);
        assertThat(toCome.body()).contains("Chưa có số liệu của ngày");
        assertThat(leader.get("/overview?asOf=hôm-qua".replace("ô", "%C3%B4")).statusCode())
                .isBetween(400, 422);
    }

    @Test
    void leadersLandThereFromHome() {
        assertThat(leader.get("/").body())
                .containsPattern("<a class=\"button\" href=\"/overview\"")
                .contains("Toàn cảnh");
        assertThat(TasklistClient.signIn(port, "officer1.snv").get("/").body()).contains("href=\"/overview\"");
    }

    @Test
    void itIsToldInEnglish() {
        TasklistClient reader = TasklistClient.signIn(port, "inspector1");
        String page = reader.get("/overview?lang=en").body();
        assertThat(text(page))
                .contains("Overview of the plan at the end of 18/03/2025")
                .contains("40.0% 2 of 5 cases", "Ranked by harm", "Digital government: 2 of 4 cases done")
                .contains("rising", "Late cases by unit and month");
        assertThat(page).doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-02", "2025-03-17", "2025-03-18"})
    void twelveStatementsAreEnough(String day) {
        List<String> statements = province.as("leader1", () -> Statements.ofPage(application, "/overview?asOf=" + day));
        assertThat(statements).as("%s", statements).isNotEmpty().hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void supportAsOfNowIsSupport() {
        assertThat(contributions.support(YEAR, CaseListQuery.endOf(clock.today())))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(contributions.support(YEAR));
    }

    private String page(String query) {
        HttpResponse<String> answer = leader.get("/overview" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** The words of a page, as they follow each other. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replace(" , ", ", ");
    }

    private CaseDriver drives(String assignment, String unit) {
        return province.drives(new CaseKey(YEAR, assignment, unit));
    }
}
