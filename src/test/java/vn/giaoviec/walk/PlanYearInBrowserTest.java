package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import vn.giaoviec.indicator.Contributions;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.Browser;
import vn.giaoviec.testing.LedgerIsIntact;
import vn.giaoviec.testing.ListsAreWhole;
import vn.giaoviec.testing.TestDatabase;
import vn.giaoviec.testing.TotalsAreWhole;

/**
 * The same year as people see it: they sign in, go from the home page into Tasklist, fill in the forms and press its
 * button. One task of each group, from issue to acceptance, with a return in between.
 */
@ExtendWith({LedgerIsIntact.class, ListsAreWhole.class, TotalsAreWhole.class})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // an application, and so a database, of its own
        properties = "spring.application.name=giaoviec-in-browser")
@ContextConfiguration(initializers = TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanYearInBrowserTest {
    private static final int YEAR = 2024;
    private static final String WHY = "Số liệu chưa khớp với biên bản, đề nghị bổ sung";

    @LocalServerPort
    int port;

    @Autowired
    Plans plans;

    @Autowired
    Contributions contributions;

    @TempDir
    static Path folder;

    private Browser browser;
    private Path file;
    private String signedIn = "";

    @BeforeAll
    void openTheBrowser() throws IOException {
        browser = Browser.start(port);
        file = Files.writeString(folder.resolve("biên bản nghiệm thu.txt"), "Biên bản nghiệm thu sản phẩm\n");
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void thePlanOfficeIssuesThePlan() {
        as("office1");
        browser.open("/plan");
        browser.click(By.cssSelector("form[action='/plan/2024/issue'] button"));
        assertThat(browser.text("main")).contains("129");
    }

    @Test
    @Order(2)
    void whatIsTypedSurvivesLeavingThePageAndARefusalSaysWhy() {
        CaseKey key = new CaseKey(YEAR, "G3-08", "SLDTBXH");
        as("head.sldtbxh");
        browser.openStep(key.toString(), "Tiếp nhận nhiệm vụ");
        browser.choose("sentBack");
        browser.giveReason("Không thuộc thẩm quyền của Sở");
        browser.waitForSaved();

        as("head.sldtbxh", true);
        browser.openStep(key.toString(), "Tiếp nhận nhiệm vụ");
        assertThat(browser.property("textarea[name=reason]", "value")).isEqualTo("Không thuộc thẩm quyền của Sở");

        browser.choose("received");
        browser.complete();
        browser.openStep(key.toString(), "Phân công chuyên viên");
        assertThat(browser.completeAndBeRefused()).contains("Chuyên viên");
        assertThat(browser.count("[data-gv-form]")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @Order(3)
    @CsvSource(
            delimiter = '|',
            value = {
                "G1-10|NHNN|officer1/Lập kế hoạch truyền thông, consult, head/Duyệt kế hoạch truyền thông/approved,"
                        + " officer1/Chuẩn bị nội dung truyền thông, head/Duyệt nội dung trước khi phát/approved,"
                        + " officer1/Truyền thông trên báo$ đài|-",
                "G2-10|STTTT|officer1/Chọn hình thức hợp tác/freePilot, consult,"
                        + " leader1/Quyết định chủ trương/approved, head/Ký kết thỏa thuận$ hợp đồng|"
                        + "head/Đánh giá thí điểm/scaleUp, officer1/Nhân rộng mô hình",
                "G3-02|DHQN|officer1/Đề xuất đặt hàng nhiệm vụ,"
                        + " officer2.skhcn/Hội đồng tư vấn xác định nhiệm vụ/passed,"
                        + " leader1/Phê duyệt danh mục đặt hàng/approved,"
                        + " officer2.skhcn/Chọn phương thức giao/selection,"
                        + " officer2.skhcn/Tuyển chọn tổ chức chủ trì, head/Ký hợp đồng thực hiện|"
                        + "officer2.skhcn/Kiểm tra tiến độ$ nội dung/continued, head/Nghiệm thu cấp cơ sở/passed",
                "G4-01|STTTT|head/Phân loại nguồn lực/security, officer1/Lập hồ sơ đề xuất cấp độ,"
                        + " deputy.stttt/Thẩm định hồ sơ cấp độ/passed, head/Phê duyệt cấp độ an toàn|-",
                "G5-07|SNN|head/Phân loại hoạt động hợp tác/conference, officer1/Lập hồ sơ hội nghị$ hội thảo/chairman,"
                        + " head.sngv/Thẩm định hồ sơ hội nghị$ hội thảo/passed,"
                        + " leader1/Quyết định tổ chức hội nghị$ hội thảo/granted|-"
            })
    void oneTaskOfEveryGroupGoesFromIssueToAcceptance(
            String assignment, String unit, String groupSteps, String beforeSubmit) {
        CaseKey key = new CaseKey(YEAR, assignment, unit);
        String indicator = plans.assignment(YEAR, assignment)
                .orElseThrow()
                .supports()
                .keySet()
                .iterator()
                .next();
        int before = accepted(indicator);

        walk(key, "head/Tiếp nhận nhiệm vụ/received, head/Phân công chuyên viên, " + groupSteps);
        walk(key, "officer1/Thực hiện nhiệm vụ, " + beforeSubmit + ", officer1/Trình sản phẩm");
        walk(key, "head/Lãnh đạo đơn vị duyệt/returned!");
        as(person(key, "officer1"));
        browser.openStep(key.toString(), "Thực hiện nhiệm vụ");
        assertThat(browser.text("[data-gv-form]")).contains(WHY);
        walk(key, "officer1/Thực hiện nhiệm vụ, " + beforeSubmit + ", officer1/Trình sản phẩm");
        walk(key, "head/Lãnh đạo đơn vị duyệt/approved");
        if (assignment.startsWith("G3")) {
            walk(key, "head.skhcn/Nghiệm thu cấp tỉnh/passed");
        }
        walk(key, "office1/Nghiệm thu sản phẩm/accepted");

        assertThat(accepted(indicator)).isEqualTo(before + 1);
        browser.open("/cases/" + key);
        assertThat(browser.text("main")).contains("Hoàn thành đúng hạn", "biên bản nghiệm thu.txt", WHY);
        browser.awaitCount("[data-diagram] .gv-done", 5);
        browser.open("/indicators/" + indicator);
        assertThat(browser.text("main")).contains(assignment);
    }

    private int accepted(String indicator) {
        return Objects.requireNonNull(contributions.support(YEAR).get(indicator))
                .acceptedCases();
    }

    /** Steps as {@code person/name of the step[/option]}; {@code $} stands for a comma, {@code !} for a reason. */
    private void walk(CaseKey key, String steps) {
        for (String step : steps.split(",", -1)) {
            String one = step.strip();
            if (one.equals("consult")) {
                plans.assignment(YEAR, key.assignment()).orElseThrow().coordinating().stream()
                        .map(Assignment.Involved::unit)
                        .forEach(unit -> does(key, at("head", unit), "Cho ý kiến phối hợp", "agreed"));
            } else if (!one.isEmpty() && !one.equals("-")) {
                String[] parts = one.replace('$', ',').split("/", -1);
                does(key, person(key, parts[0]), parts[1], parts.length > 2 ? parts[2] : "");
            }
        }
    }

    private void does(CaseKey key, String person, String step, String option) {
        as(person);
        browser.openStep(key.toString(), step);
        boolean refuses = option.endsWith("!");
        if (!option.isEmpty()) {
            browser.choose(refuses ? option.substring(0, option.length() - 1) : option);
        }
        if (refuses) {
            browser.giveReason(WHY);
        } else {
            browser.fillIn("Đã thực hiện theo kế hoạch", "2024-11-20");
            browser.bring(file);
        }
        browser.complete();
    }

    private void as(String person) {
        as(person, false);
    }

    private void as(String person, boolean anew) {
        if (anew || !signedIn.equals(person)) {
            browser.signIn(person);
            signedIn = person;
        }
    }

    private static String person(CaseKey key, String who) {
        return who.contains(".") || (who.endsWith("1") && !who.startsWith("officer")) ? who : at(who, key.unit());
    }

    private static String at(String position, String unit) {
        return position + "." + unit.toLowerCase(Locale.ROOT);
    }
}
