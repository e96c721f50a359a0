package vn.giaoviec.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.Sight;

/** Pictures of every page, for people to look at: {@code mvn -Pscreenshots test} writes them to target/screenshots. */
@ShownTest
class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");
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
        }
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
