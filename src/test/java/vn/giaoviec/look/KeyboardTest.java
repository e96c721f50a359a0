package vn.giaoviec.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.Browser;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Keyboard;
import vn.giaoviec.testing.Province;

/** People without a mouse go through the same journeys, Tasklist's own pages included. */
@EngineTest
@DisabledIfSystemProperty(
        named = "giaoviec.test.database",
        matches = "mariadb",
        disabledReason = "what a browser shows is the same on each")
class KeyboardTest {
    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    BusinessClock clock;

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
    void aHeadNotesProgressByKeysAlone() {
        CaseDriver driver =
                province.opens(AnAssignment.of("resources").ledBy("STC")).begins();
        String theCase = "/cases/" + driver.key();
        Keyboard keys = browser.keyboard();

        browser.open("/");
        browser.awaitPlace("/sign-in");
        keys.tabsTo("#person").types("head.stc");
        keys.tabsTo("button:not([name])").enters();
        browser.awaitCount("a[href='" + theCase + "']", 1);

        keys.tabsTo("a[href='" + theCase + "']").enters();
        browser.awaitPlace(theCase);
        browser.awaitCount("[data-diagram] svg", 1);
        keys.tabsTo("#kind").types("Khó");
        keys.tabsTo("#note").types("Chưa có đơn vị tư vấn nộp hồ sơ");
        keys.tabsTo("#progress button").enters();
        browser.awaitCount("#progress .card", 1);
        assertThat(browser.text("#progress .card")).contains("Khó khăn", "Chưa có đơn vị tư vấn nộp hồ sơ");
    }

    @Test
    void aLeaderComesToTheWorstCaseByKeysAlone() {
        String yesterday = clock.today().minusDays(1).toString();
        int year = province.issuesTheNewest(AnAssignment.of("resources").dueOn(yesterday));
        String theCase = "/cases/" + new CaseKey(year, "T-01", "STTTT");
        browser.signIn("leader1");
        Keyboard keys = browser.keyboard();
        keys.tabsTo("header a[href='/overview']").enters();
        browser.awaitPlace("/overview");
        browser.text("#critical");
        keys.tabsTo("main a[href='" + theCase + "']").enters();
        browser.awaitPlace(theCase);
    }

    @Test
    void anInspectorSearchesByKeysAlone() {
        CaseDriver driver = province.opens(AnAssignment.of("resources"));
        String theCase = "/cases/" + driver.key();
        browser.signIn("inspector1");
        Keyboard keys = browser.keyboard();
        keys.tabsTo("header a[href='/audit']").enters();
        browser.awaitPlace("/audit");
        browser.text("h1");
        keys.tabsTo("#audit-case").types(driver.key().toString());
        keys.tabsTo("main form button").enters();
        browser.awaitPlace("/audit?");
        browser.text("main table");
        keys.tabsTo("main td a[href='" + theCase + "']").enters();
        browser.awaitPlace(theCase);
    }

    @Test
    void theOfficeIssuesAPlanByKeysAlone() {
        int year = province.importsTheNewest(AnAssignment.of("resources"));
        browser.signIn("office1");
        Keyboard keys = browser.keyboard();
        keys.tabsTo("header a[href='/plan']").enters();
        browser.awaitPlace("/plan");
        browser.text("h1");
        keys.tabsTo("form[action='/plan/" + year + "/issue'] button").enters();
        browser.awaitText("giao 1 hồ sơ nhiệm vụ");
    }

    @Test
    void aHeadReceivesAssignsAndApprovesInTasklistByKeysAlone() {
        CaseDriver driver = province.opens(AnAssignment.of("resources").ledBy("STC"));
        browser.signIn("head.stc");
        Keyboard keys = takes(driver, "Tiếp nhận nhiệm vụ");
        keys.tabsTo("input[name=decision]").types(" ");
        completes(keys);
        assertThat(driver.waitsAt()).containsExactly("task_assign");

        browser.open("/");
        takes(driver, "Phân công chuyên viên");
        keys.tabsTo("select[name$=officer]").types("Chuyên viên 1");
        completes(keys);
        driver.throughResources().does("task_carryOut", "task_submit");

        browser.open("/");
        takes(driver, "Lãnh đạo đơn vị duyệt");
        keys.tabsTo("input[name=decision]").types(" ");
        completes(keys);
        assertThat(driver.waitsAt()).containsExactly("task_accept");
    }

    @Test
    void anOfficerSubmitsInTasklistByKeysAlone(@TempDir Path folder) throws IOException {
        CaseDriver driver = province.opens(AnAssignment.of("resources").ledBy("STC"))
                .begins()
                .throughResources()
                .does("task_carryOut");
        browser.signIn("officer1.stc");
        Keyboard keys = takes(driver, "Trình sản phẩm");
        keys.tabsTo("textarea[name$=report]").types("Đã ban hành kế hoạch truyền thông");
        keys.tabsTo("[data-gv-evidence] input[type=file]")
                .types(Files.writeString(folder.resolve("bao-cao.txt"), "Báo cáo\n")
                        .toString());
        browser.awaitCount("[data-gv-evidence] li a", 1);
        completes(keys);
        assertThat(driver.waitsAt()).containsExactly("task_approve");
    }

    @Test
    void aReadingIsEnteredAndLockedByKeysAlone() {
        province.issuesTheNewest(AnAssignment.of("resources"));
        browser.signIn("officer1.stttt");
        Keyboard keys = browser.keyboard();
        opensIndicator(keys);
        browser.text("#typed-asOf");
        // a day that reads the same whether the browser puts day or month first
        keys.tabsTo("#typed-asOf").types("10102018");
        keys.tabsTo("#typed-value").types("61,5");
        keys.tabsTo("#typed-source").types("Thống kê của ngành");
        keys.tabsTo("form[action$='/readings'] button").enters();
        browser.awaitText("10/10/2018");

        browser.signIn("head.stttt");
        opensIndicator(keys);
        browser.text("main form[action$='/decision']");
        keys.tabsTo("main form[action$='/decision'] button[value=approved]").enters();
        browser.awaitText("đã duyệt, khóa");
    }

    private void opensIndicator(Keyboard keys) {
        keys.tabsTo("header a[href='/indicators']").enters();
        browser.awaitPlace("/indicators");
        browser.text("main table");
        keys.tabsTo("main a[href='/indicators/KT4']").enters();
        browser.awaitPlace("/indicators/KT4");
    }

    /** From the first page into Tasklist, and takes the step there. */
    private Keyboard takes(CaseDriver driver, String step) {
        Keyboard keys = browser.keyboard();
        browser.awaitCount("a[href='/cases/" + driver.key() + "']", 1);
        keys.tabsTo("tr:has(a[href='/cases/" + driver.key() + "']) a[href*='#/?task=']");
        assertThat(browser.property(":focus", "innerText")).startsWith(step);
        keys.enters();
        browser.awaitCount("[data-gv-form]", 1);
        if (browser.count("button.claim") > 0) {
            keys.tabsTo("button.claim").enters();
            // Tasklist draws the step anew for whoever has it now, and forgets meanwhile where one was
            browser.awaitCount("button[ng-click='complete()']:not([disabled])", 1);
        }
        return keys;
    }

    private void completes(Keyboard keys) {
        keys.tabsTo("button[ng-click='complete()']").enters();
        browser.awaitNone("[data-gv-form]");
    }

    @Test
    void theFirstKeyLeadsPastTheHeader() {
        browser.signIn("office1");
        browser.keyboard().tabsTo(".skip").enters();
        assertThat(browser.place()).endsWith("#content");
        browser.keyboard().tabsTo("main a, main button, main input");
        assertThat(browser.property("main :focus", "tagName")).isNotEmpty();
    }
}
