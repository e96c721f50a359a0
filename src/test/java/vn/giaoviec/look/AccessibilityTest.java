package vn.giaoviec.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.Sight;

/** Every page, as whoever may see it, can be used by everybody: what a machine can tell of WCAG 2.2 AA. */
@ShownTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessibilityTest {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    @LocalServerPort
    int port;

    @Autowired
    ShownYear year;

    private Tour tour;

    @BeforeAll
    void begins() {
        tour = new Tour(port);
    }

    @AfterAll
    void ends() {
        if (tour != null) {
            tour.close();
        }
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> beforeThereIsAPlan() {
        return each(year.beforeThePlan());
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> beforeThePlanIsIssued() {
        return each(year.beforeTheIssue());
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> whileTheProvinceWorks() {
        return each(year.atWork(port));
    }

    @TestFactory
    @Order(4)
    Stream<DynamicTest> whenOrdersAreGivenAboutMany() {
        return each(year.ordersAboutMany(port));
    }

    private Stream<DynamicTest> each(List<OwnPage> pages) {
        assertThat(pages).extracting(OwnPage::name).doesNotHaveDuplicates();
        return pages.stream().map(page -> DynamicTest.dynamicTest(page.name(), () -> everybodyCanUse(page)));
    }

    private void everybodyCanUse(OwnPage page) {
        Sight sight = tour.browser.sight();
        sight.isWide(DESKTOP);
        tour.comesTo(page);
        SoftAssertions all = new SoftAssertions();
        all.assertThat(sight.faults()).as(page.name()).isEmpty();
        all.assertThat(sight.barriers()).as(page.name()).isEmpty();
        sight.isWide(DESKTOP / 2);
        all.assertThat(sight.barriers()).as("%s at 200 %%", page.name()).isEmpty();
        all.assertThat(sight.standsOut()).as("%s at 200 %%", page.name()).isEmpty();
        sight.isWide(PHONE);
        all.assertThat(sight.standsOut()).as("%s on a phone", page.name()).isEmpty();
        all.assertAll();
    }
}
