package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.Browser;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** What our scripts add to Tasklist, as a head of department sees it. */
@EngineTest
class TasklistInBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    Province province;

    private Browser browser;

    @BeforeEach
    void openTheBrowser() {
        browser = Browser.start(port);
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aStepHasItsIndicatorsItsDossierAndItsDaysLeft() {
        CaseDriver driver =
                province.opens(AnAssignment.of("resources").ledBy("SYT")).begins();
        browser.signIn("head.syt");
        browser.openStep(driver.key().toString(), "Phân loại nguồn lực");
        assertThat(browser.text(".task-details .nav-tabs")).contains("Chỉ tiêu", "Hồ sơ");
        everybodyCanUse("[data-gv-form]");

        browser.click(tab("Chỉ tiêu"));
        browser.awaitText("Khi sản phẩm được nghiệm thu");
        assertThat(browser.text(".task-details .gv-step")).contains("CQ6", "trọng số 1");
        everybodyCanUse(".task-details .gv-step");

        browser.click(tab("Hồ sơ"));
        browser.awaitText("Mở trang hồ sơ");
        assertThat(browser.text(".task-details .gv-step")).contains("Tiếp nhận nhiệm vụ", "Phân công chuyên viên");
        everybodyCanUse(".task-details .gv-step");

        browser.awaitCount(".gv-days-left", 1);
        assertThat(browser.text(".gv-days-left")).matches("Còn [\\d.]+ ngày làm việc");
        everybodyCanUse(".gv-days-left");
        assertThat(browser.text("body")).doesNotContain("Camunda 8");
    }

    @Test
    void whatIsCompletedIsAPageOfTasklist() {
        province.opens(AnAssignment.of("resources").ledBy("SXD")).begins();
        browser.signIn("head.sxd");
        browser.open("/camunda/app/tasklist/default/");
        browser.click(By.linkText("Đã hoàn thành"));
        browser.awaitText("Phân công chuyên viên");
        assertThat(browser.place()).contains("/tasklist/default/#/completed");
        browser.click(By.linkText("Của đơn vị tôi"));
        browser.awaitCount(".gv-page a[aria-current=page][href$='whose=UNIT']", 1);
        assertThat(browser.text(".gv-page")).contains("Tiếp nhận nhiệm vụ");
        everybodyCanUse(".gv-page");
        assertThat(browser.place()).contains("/tasklist/default/#/completed");
    }

    @Test
    void onlyAdministratorsReadThatTheEngineIsTheLastOfItsKind() {
        browser.signIn("admin1");
        assertThat(browser.text("footer")).contains("Camunda 7.24.0 là bản cộng đồng cuối cùng");
        browser.open("/camunda/app/cockpit/default/");
        browser.awaitCount("[cam-widget-header] .navbar-brand", 1);
        assertThat(browser.text("body")).doesNotContain("Camunda 8");
        browser.signIn("head.stttt");
        assertThat(browser.text("body")).doesNotContain("bản cộng đồng cuối cùng");
    }

    /**
     * What is ours. Of Tasklist's own markup 7.24 axe says: buttons and links with an icon alone have no name and are below
     * 24 pixels (button-name, link-name, target-size), the field that searches tasks has an attribute its role does not know
     * (aria-allowed-attr), the footer is too pale and its link not underlined (color-contrast, link-in-text-block).
     */
    private void everybodyCanUse(String part) {
        assertThat(browser.sight().barriers(part)).as(part).isEmpty();
    }

    private static By tab(String name) {
        return By.xpath("//*[contains(@class, 'nav-tabs')]//a[normalize-space() = '" + name + "']");
    }
}
