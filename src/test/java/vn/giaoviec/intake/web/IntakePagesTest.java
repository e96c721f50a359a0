package vn.giaoviec.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import vn.giaoviec.intake.AnAnnex;
import vn.giaoviec.intake.Heading;
import vn.giaoviec.intake.Outcome;
import vn.giaoviec.intake.Review;
import vn.giaoviec.intake.ReviewAnnex;
import vn.giaoviec.intake.TakeAnnex;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** A plan officer takes an annex over on the screen, and a plan out again. */
@EngineTest
class IntakePagesTest {
    private static final int MOST_STATEMENTS = 12;
    /** A plan that the year has is compared with: its assignments take three. */
    private static final int WITH_A_PLAN = 14;

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    TakeAnnex takeAnnex;

    @Autowired
    ReviewAnnex reviewAnnex;

    @Autowired
    Plans plans;

    @Autowired
    WebApplicationContext application;

    private TasklistClient office;

    @BeforeEach
    void anOffice() {
        office = TasklistClient.signIn(port, "office1");
    }

    @Test
    void anAnnexIsUploadedDecidedAndTakenOver() {
        AnAnnex annex = AnAnnex.of(2).row("3", "Việc <chưa> rõ", "Sở Lạ lùng", "", "Khi có hướng dẫn", "=1+1");
        HttpResponse<String> review =
                office.submitFile("/intake", "/intake", heading(2301), "phụ lục.xlsx", annex.xlsx());
        told(review, 200);
        assertThat(review.uri().getPath()).matches("/intake/\\d+");
        assertThat(review.body())
                .contains("Việc &lt;chưa&gt; rõ", "Trong phụ lục: Khi có hướng dẫn", "0 trên 3 dòng", "PL1, dòng 5");
        String at = review.uri().getPath();

        told(office.submit(at, at + "/guesses", Map.of("what", "GROUPS")), 200);
        told(office.submit(at, at + "/guesses", Map.of("what", "INDICATORS")), 200);
        told(office.submit(at, at + "/guesses", Map.of("what", "NO_INDICATORS")), 200);
        HttpResponse<String> names = office.submit(
                at + "/names", at + "/names", Map.of("words", "Sở Lạ lùng", "choice", "typed", "units", "KHONGCO"));
        told(names, 422);
        told(
                office.submit(
                        at + "/names", at + "/names", Map.of("words", "Sở Lạ lùng", "choice", "typed", "units", "STP")),
                200);
        HttpResponse<String> notYet = office.get(at + "/summary");
        told(notYet, 200);
        assertThat(notYet.body()).contains("Chưa đưa vào kế hoạch được").doesNotContain("/apply\"");

        String row = at + "/rows/4";
        told(office.get(row), 200);
        HttpResponse<String> wrong = office.submit(
                row, row, Map.of("was.DUE_ON", "", "DUE_ON", "2301-02-31", "was.TITLE", "", "TITLE", "Tiêu đề đã gõ"));
        told(wrong, 422);
        assertThat(wrong.body()).contains("Tiêu đề đã gõ");
        told(
                office.submit(
                        row, row, Map.of("was.DUE_ON", "", "DUE_ON", "2301-06-30", "was.GROUP", "", "GROUP", "2")),
                200);

        HttpResponse<String> summary = office.get(at + "/summary");
        told(summary, 200);
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\w+)\"").matcher(summary.body());
        assertThat(seen.find()).as(summary.body()).isTrue();
        HttpResponse<String> applied = office.submit(at + "/summary", at + "/apply", Map.of("seen", seen.group(1)));
        told(applied, 200);
        assertThat(plans.assignments(2301)).hasSize(3);
        assertThat(office.get(at).body()).contains("đã được đưa vào kế hoạch").doesNotContain("/drop\"");
    }

    @Test
    void whatRunsFollowsOrStaysAsTheOfficeChooses() {
        int year = province.issues(
                AnAssignment.of("communications"),
                AnAssignment.of("communications").code("T-02"));
        AnAnnex annex = AnAnnex.usual()
                .row("T-01", "Nhiệm vụ thử", "Sở Thông tin và Truyền thông", "", "Quý III", "Báo cáo")
                .row("T-03", "Tuyên truyền thêm", "Sở Y tế", "", "Quý II", "Báo cáo");
        long id = province.as("office1", () -> takeAnnex.take(AnAnnex.heading(year), "x.xlsx", annex.xlsx()));
        String at = "/intake/" + id;
        for (String what : List.of("GROUPS", "INDICATORS", "NO_INDICATORS")) {
            told(office.submit(at, at + "/guesses", Map.of("what", what)), 200);
        }
        HttpResponse<String> summary = office.get(at + "/summary");
        told(summary, 200);
        assertThat(summary.body()).contains("value=\"T-01\"", "value=\"T-02\"", "Đưa ra khỏi kế hoạch");
        Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\w+)\"").matcher(summary.body());
        assertThat(seen.find()).isTrue();
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("seen", seen.group(1), "all", "CHANGED", "document", "5/QĐ-UBND", "reason", " "));
        HttpResponse<String> refused = office.submit(at + "/summary", at + "/apply", form);
        told(refused, 422);
        assertThat(refused.body()).contains("value=\"5/QĐ-UBND\"").containsPattern("value=\"CHANGED\"\\s+checked");
        form.put("reason", "Điều chỉnh tiến độ");
        told(office.submit(at + "/summary", at + "/apply", form), 200);
        assertThat(plans.assignment(year, "T-01").orElseThrow().deadline()).isEqualTo("Quý III");
        HttpResponse<String> changed = office.get("/cases/" + year + "/T-01/STTTT");
        told(changed, 200);
        assertThat(changed.body()).contains("Các lần điều chỉnh nhiệm vụ", "5/QĐ-UBND", "Điều chỉnh kế hoạch");
        told(office.get("/assignments/" + year + "/T-01"), 200);
        assertThat(province.running()).contains(year + "/T-02/STTTT", year + "/T-03/SYT");
    }

    @Test
    void whatIsRefusedComesBackWithAllThatWasTyped() {
        HttpResponse<String> none = office.submitFile("/intake", "/intake", heading(2302), "trống.xlsx", new byte[0]);
        told(none, 422);
        assertThat(none.body()).contains("value=\"2302/KH-UBND\"");
        told(office.submitFile("/intake", "/intake", heading(2302), "x.xlsx", new byte[] {1, 2, 3}), 422);
        Map<String, String> pasted = heading(2302);
        pasted.put("words", "không phải bảng");
        HttpResponse<String> words = office.submit("/intake", "/intake", pasted);
        told(words, 422);
        assertThat(words.body()).contains("không phải bảng");
        Map<String, String> secret = heading(2302);
        secret.put("words", "MẬT\n" + AnAnnex.of(1).pasted());
        assertThat(office.submit("/intake", "/intake", secret).statusCode()).isEqualTo(422);
        Map<String, String> untitled = heading(2302);
        untitled.put("title", "");
        untitled.put("words", AnAnnex.of(1).pasted());
        told(office.submit("/intake", "/intake", untitled), 422);
        assertThat(TasklistClient.signIn(port, "head.stttt").get("/intake").statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesAskTheDatabaseAsOftenForManyRowsAsForOne() {
        for (int rows : List.of(1, 400)) {
            long id = province.as(
                    "office1",
                    () -> takeAnnex.take(
                            AnAnnex.heading(2303), "x.xlsx", AnAnnex.of(rows).xlsx()));
            province.as("office1", () -> {
                for (String page : List.of("", "/names", "/rows/2", "/summary", "?show=ALL&page=3")) {
                    assertThat(Statements.ofPage(application, "/intake/" + id + page))
                            .as("%s of %s rows", page, rows)
                            .hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
                }
                assertThat(Statements.ofPage(application, "/intake")).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
            });
        }
        int year = province.imports(AnAssignment.of("resources"));
        long again = province.as(
                "office1",
                () -> takeAnnex.take(
                        AnAnnex.heading(year), "x.xlsx", AnAnnex.of(2).xlsx()));
        province.as("office1", () -> {
            for (String page : List.of("", "/summary")) {
                assertThat(Statements.ofPage(application, "/intake/" + again + page))
                        .hasSizeLessThanOrEqualTo(WITH_A_PLAN);
            }
        });
    }

    @Test
    void theShippedPlanComesOutAndInAgainTheSame() {
        comesBackTheSame(2024);
    }

    @Test
    void anyPlanComesOutAndInAgainTheSame() {
        comesBackTheSame(province.imports(
                AnAssignment.of("communications")
                        .code("A.1")
                        .ledBy("STTTT", "SNV")
                        .with("SKHCN"),
                AnAssignment.of("communications").code("A.1.1").deadline("Thường xuyên"),
                AnAssignment.of("research").code("12").deadline("10 ngày làm việc sau khi ban hành"),
                AnAssignment.of("international").code("x_9-z").supporting(Map.of("CQ6", 7, "KT4", 100))));
    }

    private void comesBackTheSame(int year) {
        byte[] file = office.download("/plan/" + year + ".xlsx").body();
        Plan plan = plans.of(year).orElseThrow();
        Heading heading = new Heading(
                year, plan.number(), plan.title().vi(), plan.issuer().vi(), plan.issuedOn(), "", year);
        long id = province.as("office1", () -> takeAnnex.take(heading, "xuất.xlsx", file));
        Review review = province.as("office1", () -> reviewAnnex.of(id));
        assertThat(review.rows()).hasSameSizeAs(plans.assignments(year));
        assertThat(review.rows())
                .allSatisfy(row -> assertThat(row.open()).as(row.code()).isEmpty());
        assertThat(review.targets())
                .allSatisfy(row -> assertThat(row.open()).as(row.code()).isEmpty());
        assertThat(Outcome.of(review).difference().changed()).isEmpty();
        assertThat(Outcome.of(review).difference().targetsChanged()).isEmpty();
        assertThat(Outcome.of(review).difference().isNone()).isTrue();
    }

    private static Map<String, String> heading(int year) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("year", "" + year);
        fields.put("number", year + "/KH-UBND");
        fields.put("title", "Kế hoạch " + year);
        fields.put("issuer", "UBND tỉnh");
        fields.put("issuedOn", LocalDate.of(year, 1, 15).toString());
        fields.put("aim", "");
        fields.put("standsOn", "2024");
        return fields;
    }

    private static void told(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(HtmlUtils.htmlUnescape(response.body()))
                .doesNotContain("Exception", "\tat ", "refusal.", "intakeWarning.", "annexWarning.", "??");
        assertThat(response.body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    }
}
