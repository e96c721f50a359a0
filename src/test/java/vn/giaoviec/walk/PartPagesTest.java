package vn.giaoviec.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** An indicator that STTTT, SNV and SKHCN report a part of each, over HTTP; each test has a plan of its own, the newest. */
@EngineTest
class PartPagesTest {
    private static final String PAGE = "/indicators/XH3";
    private static final String PART = PAGE + "/units/SNV";

    @Autowired
    Province province;

    @LocalServerPort
    int port;

    private TasklistClient officer;
    private TasklistClient head;
    private TasklistClient reader;

    @BeforeEach
    void aPlan() {
        province.issuesTheNewest(AnAssignment.of("resources").supporting(Map.of("XH3", 1)));
        officer = TasklistClient.signIn(port, "officer1.snv");
        head = TasklistClient.signIn(port, "head.snv");
        reader = TasklistClient.signIn(port, "leader1");
    }

    @Test
    void aUnitRegistersReportsAndIsAddedToTheProvince() {
        assertThat(reader.get(PAGE).body())
                .contains("Cộng số liệu của các đơn vị", "Đã duyệt số liệu của 0/3 đơn vị", "chưa gửi")
                .doesNotContain("??", "Gửi duyệt", "Lưu phân công");
        HttpResponse<String> wrong = head.submit(PART, PART + "/expectation", Map.of("expected", "1.234"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("problem-expected", "value=\"1.234\"").doesNotContain("??");
        assertThat(head.submit(PART, PART + "/expectation", Map.of("expected", "80"))
                        .body())
                .contains("80%", "Đăng ký: ")
                .doesNotContain("??");
        assertThat(officer.get(PART).body()).doesNotContain("id=\"typed-expected\"");

        HttpResponse<String> entered = enters(Map.of("numerator", "3", "denominator", "4"));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        assertThat(entered.uri().getPath()).isEqualTo(PART);
        assertThat(entered.body()).contains("biểu 01.txt", "75%", "chờ duyệt").doesNotContain("??");
        assertThat(rows(reader.get(PAGE).body())).element(2).asString().contains("chờ duyệt");
        HttpResponse<String> decided = head.submit(
                PART,
                PAGE + "/readings/" + waiting(entered.body()) + "/decision",
                Map.of("decision", "approved", "reason", "", "unit", "SNV"));
        assertThat(decided.uri().getPath()).isEqualTo(PART);
        assertThat(decided.body()).contains("Đơn vị đã gửi số liệu nên mức đăng ký không đổi được nữa");

        String page = reader.get(PAGE).body();
        assertThat(page)
                .contains("Đã duyệt số liệu của 1/3 đơn vị", "1/3 đơn vị đã báo cáo", "tạm tính", "3 trên 4")
                .doesNotContain("??");
        assertThat(rows(page)).hasSize(3);
        assertThat(rows(page).subList(0, 2)).allMatch(row -> row.contains("chưa gửi"));
        assertThat(rows(page).get(2)).contains("Sở Nội vụ", "không đạt", "80%", "75%");
        for (String list : List.of("/indicators", "/overview", "/")) {
            assertThat(reader.get(list).body()).as(list).contains("1/3 đơn vị đã báo cáo", "tạm tính");
        }
        assertThat(head.get("/units/SNV").body())
                .contains("Số liệu đơn vị phải báo cáo", "không đạt")
                .doesNotContain("??");
        assertThat(reader.get(PAGE + "?lang=en").body())
                .contains("1/3 units have reported", "provisional", "not reached")
                .doesNotContain("??");
    }

    @Test
    void aFileIsHandedOutUnderItsNameAndNeverShownInPlace() {
        String page = enters(Map.of("numerator", "3", "denominator", "4")).body();
        String file = PAGE + "/readings/" + waiting(page) + "/file";
        HttpResponse<byte[]> answer = reader.download(file);
        assertThat(answer.body()).isEqualTo("3/4".getBytes(UTF_8));
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''bi%E1%BB%83u%2001.txt");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(TasklistClient.nobody(port).own("GET", file, null).statusCode())
                .isEqualTo(302);
        HttpResponse<String> refused = officer.submitFile(
                PART, PAGE + "/readings", fields(Map.of("value", "")), "x.exe", new byte[] {'M', 'Z', 0, 1});
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("problem-file", "href=\"#typed-file\"", "Không nhận tệp “x.exe”", "problem-numerator")
                .doesNotContain("??");
    }

    @Test
    void thePlanOfficeDividesAnIndicator() {
        TasklistClient office = TasklistClient.signIn(port, "office1");
        String page = "/indicators/KT4";
        HttpResponse<String> refused =
                office.submit(page, page + "/reporters", Map.of("reporters", "SNV", "rollUp", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Hãy chọn cách tổng hợp", "problem-rollUp")
                .doesNotContain("??");
        HttpResponse<String> done =
                office.submit(page, page + "/reporters", Map.of("reporters", "SNV", "rollUp", "AVERAGE"));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body())
                .contains("Trung bình cộng của các đơn vị", "Đã duyệt số liệu của 0/1 đơn vị")
                .doesNotContain("??");
        TasklistClient owner = TasklistClient.signIn(port, "officer1.stttt");
        assertThat(owner.get(page).body()).doesNotContain("Gửi duyệt");
        HttpResponse<String> whole = owner.submit(page, page + "/readings", fields(Map.of("value", "50", "unit", "")));
        assertThat(whole.statusCode()).isEqualTo(422);
        assertThat(whole.body())
                .contains("hệ thống tự tổng hợp giá trị của tỉnh")
                .doesNotContain("??");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(reader.get(PAGE + "/units/SXD").statusCode()).isEqualTo(404);
        assertThat(reader.get("/indicators/KT4/units/SNV").statusCode()).isEqualTo(404);
        assertThat(reader.get(PAGE + "?period=gi-do").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> enters(Map<String, String> more) {
        return officer.submitFile(PART, PAGE + "/readings", fields(more), "biểu 01.txt", "3/4".getBytes(UTF_8));
    }

    private static Map<String, String> fields(Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(
                Map.of("calculation", "STOCK", "asOf", "2023-12-31", "source", "Thống kê", "unit", "SNV"));
        fields.putAll(more);
        return fields;
    }

    private static List<String> rows(String page) {
        String table = page.substring(page.indexOf("Đã duyệt số liệu của"));
        return Pattern.compile("(?s)<tr>(.*?)</tr>")
                .matcher(table.substring(table.indexOf("<tbody>"), table.indexOf("</tbody>")))
                .results()
                .map(row -> row.group(1).replaceAll("<[^>]*>|\\s+", " "))
                .toList();
    }

    private static String waiting(String page) {
        return Pattern.compile("id=\"reading-(\\d+)\"")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
