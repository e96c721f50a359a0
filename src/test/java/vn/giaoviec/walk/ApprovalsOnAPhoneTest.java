package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

/** A head decides on the way home: on a telephone, with a thumb or with keys, and can read everything on it. */
@EngineTest
class ApprovalsOnAPhoneTest {
    private static final int PHONE = 390;
    private static final String HEAD = "head.stnmt";

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    private Browser browser;

    @BeforeEach
    void openTheBrowser() {
        browser = Browser.start(port);
        browser.sight().isWide(PHONE);
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void oneIsApprovedAndOneReturned() {
        CaseDriver good = submitted();
        CaseDriver poor = submitted();
        browser.signIn(HEAD);
        browser.open("/approvals");
        isReadable();
        browser.click(By.cssSelector("a.button[href$='" + task(good) + "']"));
        browser.awaitText("Nội dung đã trình");
        isReadable();
        browser.choose("approved");
        browser.click(By.cssSelector("main form button[type=submit]"));
        browser.awaitText("Đã ghi nhận quyết định của bạn");
        assertThat(good.waitsAt()).containsExactly("task_accept");

        browser.open("/approvals/" + task(poor));
        browser.choose("returned");
        browser.click(By.cssSelector("main form button[type=submit]"));
        assertThat(browser.text("main .notice--error")).contains("lý do");
        isReadable();
        assertThat(poor.waitsAt()).containsExactly("task_approve");
        browser.choose("returned");
        browser.giveReason("Thiếu biên bản nghiệm thu");
        browser.click(By.cssSelector("main form button[type=submit]"));
        browser.awaitText("Đã ghi nhận quyết định của bạn");
        assertThat(poor.waitsAt()).containsExactly("task_carryOut");
    }

    @Test
    void severalAreApprovedAtOnceAndOneOfThemIsRefused() {
        CaseDriver one = submitted();
        CaseDriver two = submitted();
        CaseDriver own = submittedByTheHead();
        browser.signIn(HEAD);
        browser.open("/approvals");
        for (CaseDriver work : List.of(one, two, own)) {
            browser.click(By.id("task-" + task(work)));
        }
        browser.click(By.cssSelector("main form > button[type=submit]"));
        browser.awaitText("Duyệt 3 việc này");
        isReadable();
        browser.click(By.cssSelector("main form[method=post] > button"));
        assertThat(browser.text("main .notice--error")).contains("mở mọi minh chứng");
        assertThat(one.waitsAt()).containsExactly("task_approve");
        browser.click(By.cssSelector("main section a[href^='/evidence/']"));
        browser.click(By.cssSelector("main section form button"));
        browser.awaitText("Đã mở");
        browser.click(By.cssSelector("main form[method=post] > button"));
        browser.awaitText("Đã duyệt 2 trong 3 việc");
        isReadable();
        assertThat(browser.count("main .tag--done")).isEqualTo(2);
        assertThat(browser.text("main li:has(.tag--late)")).contains("không được tự quyết định");
        assertThat(own.waitsAt()).containsExactly("task_approve");
    }

    @Test
    void keysAreEnough() {
        CaseDriver work = submitted();
        browser.signIn(HEAD);
        browser.open("/approvals/" + task(work));
        browser.keyboard().tabsTo("input[name=decision]").types(" ");
        browser.keyboard().tabsTo("main form button[type=submit]").enters();
        browser.awaitText("Đã ghi nhận quyết định của bạn");
        assertThat(work.waitsAt()).containsExactly("task_accept");
    }

    private void isReadable() {
        assertThat(browser.sight().standsOut()).isEmpty();
        assertThat(browser.sight().barriers()).isEmpty();
        assertThat(browser.sight().faults()).isEmpty();
    }

    private static String task(CaseDriver work) {
        return work.step(work.waitsAt().iterator().next()).taskId();
    }

    private CaseDriver submitted() {
        return carriedOut().does("task_submit");
    }

    private CaseDriver submittedByTheHead() {
        CaseDriver work = carriedOut();
        province.promotes(HEAD, "STNMT.staff");
        try {
            work.step("task_submit").handedTo(HEAD).complete();
        } finally {
            province.demotes(HEAD, "STNMT.staff");
        }
        return work;
    }

    private CaseDriver carriedOut() {
        return province.opens(AnAssignment.of("resources").ledBy("STNMT"))
                .begins()
                .throughResources()
                .does("task_carryOut");
    }
}
