package vn.giaoviec.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** People without a mouse: a head notes how a case goes, a leader and an inspector find theirs. */
@EngineTest
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
    void theFirstKeyLeadsPastTheHeader() {
        browser.signIn("office1");
        browser.keyboard().tabsTo(".skip").enters();
        assertThat(browser.place()).endsWith("#content");
        browser.keyboard().tabsTo("main a, main button, main input");
        assertThat(browser.property("main :focus", "tagName")).isNotEmpty();
    }
}
