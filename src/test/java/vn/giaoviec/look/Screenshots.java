package vn.giaoviec.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.Browser;
import vn.giaoviec.testing.Sight;

/**
 * Pictures of every page, for people to look at: {@code mvn -Pscreenshots test} writes them to target/screenshots, and the two
 * of README to docs.
 */
@ShownTest
class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final Path DOCS = Path.of("docs");
    private static final List<Integer> WIDTHS = List.of(1280, 390);

    @LocalServerPort
    int port;

    @Autowired
    ShownYear year;

    @Test
    void everyPageAtEveryWidth() throws IOException {
        Files.createDirectories(FOLDER);
        try (Tour tour = new Tour(port)) {
            take(tour, year.beforeThePlan());
            take(tour, year.beforeTheIssue());
            take(tour, year.atWork(port));
            takeForReadme(tour.browser);
            take(tour, year.ordersAboutMany(port));
        }
    }

    static void takeForReadme(Browser browser) throws IOException {
        Sight sight = browser.sight();
        sight.isWide(WIDTHS.get(0));
        browser.signIn("leader1");
        browser.open("/overview");
        browser.text("h1");
        sight.picturesInSmall(DOCS.resolve("overview.png"));
        browser.signIn("head.stttt");
        browser.openStep("2024/G1-01/STTTT", "Tiếp nhận nhiệm vụ");
        browser.awaitCount(".gv-days-left", 1);
        sight.picturesInSmall(DOCS.resolve("tasklist.png"));
    }

    private static void take(Tour tour, List<OwnPage> pages) throws IOException {
        Sight sight = tour.browser.sight();
        for (OwnPage page : pages) {
            tour.comesTo(page);
            for (int width : WIDTHS) {
                sight.isWide(width);
                sight.pictures(FOLDER.resolve(page.name() + "-" + width + ".png"));
            }
        }
    }
}
