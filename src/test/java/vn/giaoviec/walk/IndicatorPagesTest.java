package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/**
 * A unit reports, a second person approves, everybody reads: over HTTP, as a browser without scripts has it. The pages show
 * the newest plan, which all tests share; each test has days of its own.
 */
@EngineTest
class IndicatorPagesTest {
    private static final String PAGE = "/indicators/KT4";
    private static final String PARTS = "/indicators/XH3";

    @Autowired
    Province province;

    @Autowired
    Plans plans;

    @Autowired
    BusinessClock clock;

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private TasklistClient officer;
    private TasklistClient head;

    @BeforeEach
    void peopleOfTheOwningUnit() {
        province.issues(AnAssignment.of("resources").supporting(Map.of("KT4", 1)));
        officer = TasklistClient.signIn(port, "officer1.stttt");
        head = TasklistClient.signIn(port, "head.stttt");
    }

    @Test
    void aReadingIsEnteredApprovedShownAndCorrected() {
        HttpResponse<String> entered = enters("2021-03-31", Map.of("numerator", "1.230,5", "denominator", "2461"));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        assertThat(entered.uri().getPath()).isEqualTo(PAGE);
        long id = waiting(entered.body());
        assertThat(head.get("/").body()).contains("Số liệu chờ tôi duyệt", "/indicators/KT4#readings");
        assertThat(officer.get("/").body()).doesNotContain("Số liệu chờ tôi duyệt");

        decides(id, "approved", "");
        String page = reader().get(PAGE).body();
        assertThat(page)
                .contains("50%", "chưa đạt", "1.230,5 trên 2.461", "tại ngày 31/03/2021", "Thống kê", "Duyệt:")
                .contains("role=\"img\"", "<polyline", "chart__target")
                .doesNotContain("??", "Gửi duyệt", "name=\"decision\"");
        assertThat(reader().get("/indicators").body())
                .contains("50%", "tại ngày 31/03/2021")
                .doesNotContain("??");

        long correction = waiting(enters("2021-03-31", Map.of("value", "61", "corrects", "" + id, "reason", "sót số"))
                .body());
        decides(correction, "approved", "");
        page = reader().get(PAGE + "?lang=en").body();
        assertThat(page)
                .contains("61%", "target reached", "Corrected by reading " + correction, "Corrects reading " + id)
                .contains("though no work of the plan has been accepted")
                .doesNotContain("??");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndKept() {
        HttpResponse<String> refused =
                enters("2999-01-01", Map.of("value", "1.234", "source", "", "document", "7/BC-<b>STTTT"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"problem-asOf\"", "aria-describedby=\"problem-asOf\"", "href=\"#typed-value\"")
                .contains(
                        "ngày sau hôm nay (%1$td/%1$tm/%1$tY)".formatted(clock.today()),
                        "“1.234” có thể hiểu theo hai cách",
                        "Hãy ghi nguồn số liệu")
                .contains("value=\"1.234\"", "value=\"2999-01-01\"", "7/BC-&lt;b&gt;STTTT")
                .doesNotContain("??");
        HttpResponse<String> old = enters("2022-01-01", Map.of("value", "77", "year", "2023"));
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.body()).contains("nay là của kế hoạch năm", "value=\"77\"");
        long id = waiting(enters("2022-02-01", Map.of("value", "12")).body());
        HttpResponse<String> noReason = decides(id, "returned", "");
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body()).contains("Hãy ghi lý do khi trả lại", "problem-decision");
        assertThat(decides(id, "returned", "thiếu nguồn").body()).contains("trả lại", "thiếu nguồn");
        HttpResponse<String> late = decides(id, "approved", "");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("đã có người duyệt hoặc trả lại").doesNotContain("??");
    }

    @Test
    void aQuestionAndADirectionHaveTheirOwnForms() {
        assertThat(officer.get("/indicators/CQ1b").body())
                .contains("name=\"reached\"")
                .doesNotContain("name=\"numerator\"", "??");
        TasklistClient home = TasklistClient.signIn(port, "officer1.snv");
        assertThat(home.get("/indicators/H1").body())
                .contains("name=\"numerator\"", "Gửi duyệt")
                .doesNotContain("??");
        assertThat(officer.get("/indicators/H1").body()).doesNotContain("Gửi duyệt");
        assertThat(officer.get("/indicators/H2").body())
                .contains("Kế hoạch chưa nêu đơn vị phụ trách", "Hãy nêu đơn vị phụ trách trong tệp kế hoạch")
                .doesNotContain("??");
        HttpResponse<String> answered = officer.submit(
                "/indicators/CQ1b", "/indicators/CQ1b/readings", fields("2022-05-01", Map.of("reached", "yes")));
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("Đã đạt").doesNotContain("??");
    }

    @Test
    void thePagesNeedTwelveStatementsAtMost() {
        for (int day = 1; day <= 20; day++) {
            decides(
                    waiting(enters("2020-07-%02d".formatted(day), Map.of("value", String.valueOf(day)))
                            .body()),
                    "approved",
                    "");
        }
        enters("2020-08-01", Map.of("value", "33"));
        for (String path : List.of("/", "/indicators", PAGE, PARTS, PARTS + "/units/STTTT", "/units/STTTT")) {
            List<String> statements = province.as("head.stttt", () -> Statements.ofPage(application, path));
            assertThat(statements).as("%s: %s", path, statements).isNotEmpty().hasSizeLessThanOrEqualTo(12);
        }
    }

    private TasklistClient reader() {
        return TasklistClient.signIn(port, "leader1");
    }

    private HttpResponse<String> enters(String asOf, Map<String, String> more) {
        return officer.submit(PAGE, PAGE + "/readings", fields(asOf, more));
    }

    private static Map<String, String> fields(String asOf, Map<String, String> more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("calculation", "STOCK", "asOf", asOf, "source", "Thống kê của ngành"));
        fields.putAll(more);
        return fields;
    }

    private HttpResponse<String> decides(long id, String decision, String reason) {
        return head.submit(
                PAGE, PAGE + "/readings/" + id + "/decision", Map.of("decision", decision, "reason", reason));
    }

    /** The number of the last reading in the table. */
    private static long waiting(String page) {
        Matcher number = Pattern.compile("id=\"reading-(\\d+)\"").matcher(page);
        return number.results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
    }
}
