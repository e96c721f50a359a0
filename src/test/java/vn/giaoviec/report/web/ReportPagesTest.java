package vn.giaoviec.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.report.ReportedProvince;
import vn.giaoviec.report.ReportedYear;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** The pages of a report say what it says; from each figure one comes to its cases. */
@ReportedYear
class ReportPagesTest {
    private static final Pattern FIGURE = Pattern.compile("href=\"(/reports/2025/1/figures/[^\"]+)\"[^>]*>(\\d+)</a");

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    ReportedProvince reported;

    @Autowired
    WebApplicationContext application;

    private TasklistClient leader;

    @BeforeAll
    void begins() {
        reported.lives();
        leader = TasklistClient.signIn(port, "leader1");
    }

    @Test
    void thePageSaysWhatTheReportSays() {
        String page = page("/reports/2025/1");
        assertThat(text(page))
                .contains("Báo cáo số 01/BC/2025 Kết quả thực hiện Kế hoạch thử, kỳ báo cáo quý I/2025")
                .contains("từ ngày 15/12/2024 đến hết ngày 14/03/2025")
                .contains("Tổng số 5 hồ sơ nhiệm vụ, gồm: đã hoàn thành 1 (đúng hạn 1, quá hạn 0);"
                        + " chưa hoàn thành 4 (trong hạn 2, quá hạn 2); tạm dừng 0. Tỷ lệ hoàn thành 20,0%.")
                .contains("Trong kỳ hoàn thành 1 hồ sơ")
                .contains("Toàn tỉnh 5 1 0 2 2 0 20,0%")
                .contains("4. Nhóm 4 1 0 1 2 0 25,0%")
                .contains("Sở Nội vụ 1 0 0 0 1 0 0,0%")
                .contains("có 2 chỉ tiêu đã có số liệu được duyệt, trong đó 1 chỉ tiêu đạt mục tiêu")
                .contains(
                        "1 T-02 Nhiệm vụ thử (minh họa) Sở Nội vụ 10/03/2025 Đang thực hiện quá hạn 4 chờ ý kiến của Bộ")
                .contains("Đây là báo cáo đầu tiên");
        assertThat(text(page("/reports/2025/2")))
                .contains("So với Báo cáo số 01/BC/2025")
                .contains("Hoàn thành quá hạn 0 1 1", "Tổng số 5 4 -1")
                .contains("Mở lại; Bắt đầu quá hạn 14/03/2025 14/03/2025", "Gia hạn 20/03/2025 10/04/2025")
                .contains("Đính chính số liệu đã báo cáo", "thiếu kinh phí");
        assertThat(page).doesNotContain("??");
    }

    @Test
    void eachFigureLeadsToAsManyCases() {
        List<MatchResult> figures =
                FIGURE.matcher(page("/reports/2025/1")).results().toList();
        assertThat(figures).hasSizeGreaterThan(15);
        for (MatchResult figure : figures) {
            String cases = page(figure.group(1));
            assertThat(cases.split("href=\"/cases/2025/", -1))
                    .as(figure.group(1))
                    .hasSize(Integer.parseInt(figure.group(2)) + 1);
        }
        assertThat(leader.get("/reports/2025/1/figures/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theCheckAndWhatChangedSince() {
        assertThat(text(page("/reports/2025/1/check")))
                .contains("Nguyên vẹn", "Trùng khớp")
                .doesNotContain("Không nguyên vẹn", "Không trùng khớp");
        assertThat(text(page("/reports/2025/1/changes")))
                .contains("Thay đổi từ Báo cáo số 01/BC/2025 đến nay", "Hủy", "Gia hạn", "Hoàn thành");
        assertThat(text(page("/reports/2025/2/changes"))).contains("Không có thay đổi.");
    }

    @Test
    void itIsToldInEnglish() {
        TasklistClient reader = TasklistClient.signIn(port, "inspector1");
        for (String path : List.of("/reports", "/reports/2025/2", "/reports/2025/1/check", "/reports/2025/1/changes")) {
            String page = reader.get(path + "?lang=en").body();
            assertThat(page).as(path).doesNotContain("??");
        }
        assertThat(text(reader.get("/reports/2025/1?lang=en").body())).contains("done 1 (in time 1, late 0)");
    }

    @Test
    void theFormMakesOneAndSaysWhyNot() {
        TasklistClient office = TasklistClient.signIn(port, "office1");
        String form = office.get("/reports").body();
        assertThat(text(form)).contains("quý I/2025 (số liệu đến 14/03/2025)");
        HttpResponse<String> early = office.form(
                "/reports",
                Map.of("year", "2025", "period", "year-1", "cutOff", "", "_csrf", office.csrf(form)),
                Map.of("Accept", "text/html"));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(text(early.body())).contains("Ngày 14/12/2025 chưa qua");
        HttpResponse<String> again = office.form(
                "/reports",
                Map.of("year", "2025", "period", "quarter-1", "cutOff", "", "_csrf", office.csrf(form)),
                Map.of("Accept", "text/html"));
        assertThat(again.uri().getPath()).isEqualTo("/reports/2025/1");
        assertThat(page("/reports")).doesNotContain("<form method=\"post\" class=\"filter\"");
        assertThat(TasklistClient.signIn(port, "head.stttt").get("/reports").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overview",
                "/standing",
                "/plan",
                "/units/SNV",
                "/indicators",
                "/indicators/CQ6",
                "/groups/4",
                "/assignments/2025/T-01",
                "/reports",
                "/reports/2025/1/figures/WHOLE.all.TOTAL",
                "/reports/2025/1/changes"
            })
    void theTablesOfAPageCanBeTakenAway(String path) throws IOException {
        String page = page(path);
        Matcher link = Pattern.compile("href=\"([^\"]*[?&;]tables=)csv\"").matcher(page);
        assertThat(link.find()).as(path).isTrue();
        String here = link.group(1).replace("&amp;", "&");
        HttpResponse<String> csv = leader.get(here + "csv");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body()).startsWith("\uFEFF").contains(";").doesNotContain("<", "??");
        byte[] workbook = leader.download(here + "xlsx").body();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getNumberOfSheets()).isEqualTo(csv.body().split("\r\n\r\n", -1).length);
        }
    }

    @Test
    void figuresTakenAwayAreNumbersAndTitlesStayText() throws IOException {
        String csv = leader.get("/standing?asOf=2025-03-14&tables=csv").body();
        assertThat(csv)
                .contains("\"Theo đơn vị chủ trì\"\r\n\"Đơn vị\";\"Tổng số\"")
                .contains("\"Sở Nội vụ\";\"1\";\"0\";\"0\";\"0\";\"1\"");
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(
                leader.download("/standing?asOf=2025-03-14&tables=xlsx").body()))) {
            assertThat(read.getSheet("Theo nhóm giải pháp").getRow(5).getCell(1).getNumericCellValue())
                    .isEqualTo(4);
        }
        assertThat(TasklistClient.signIn(port, "head.stttt")
                        .get("/reports?tables=csv")
                        .statusCode())
                .isEqualTo(403);
        assertThat(leader.get("/standing?tables=exe").body()).contains("<html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports",
                "/reports/2025/2",
                "/reports/2025/1/figures/WHOLE.all.TOTAL",
                "/reports/2025/1/check",
                "/reports/2025/1/changes"
            })
    void twelveStatementsAreEnough(String path) {
        List<String> statements = province.as("leader1", () -> Statements.ofPage(application, path));
        assertThat(statements).as("%s", statements).isNotEmpty().hasSizeLessThanOrEqualTo(12);
    }

    private String page(String path) {
        HttpResponse<String> answer = leader.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** The words of a page, as they follow each other. */
    private static String text(String page) {
        Matcher tags = Pattern.compile("<[^>]*>").matcher(page);
        return tags.replaceAll(" ").replaceAll("\\s+", " ").replace(" , ", ", ");
    }
}
