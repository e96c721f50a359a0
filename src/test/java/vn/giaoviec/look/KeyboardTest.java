package vn.giaoviec.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.Browser;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Keyboard;
import vn.giaoviec.testing.Province;

/** A head without a mouse: signs in, finds the case, and notes how it goes. */
@EngineTest
class KeyboardTest {
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
    void theFirstKeyLeadsPastTheHeader() {
        browser.signIn("office1");
        browser.keyboard().tabsTo(".skip").enters();
        assertThat(browser.place()).endsWith("#content");
        browser.keyboard().tabsTo("main a, main button, main input");
        assertThat(browser.property("main :focus", "tagName")).isNotEmpty();
    }
}
