package vn.giaoviec.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.ACaseFile;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.Browser;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** What stands on paper: everything that is known, nothing that is pressed. */
@EngineTest
@DisabledIfSystemProperty(
        named = "giaoviec.test.database",
        matches = "mariadb",
        disabledReason = "what a browser prints is the same on each")
class PrintTest {
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
    void aCaseIsOneDocumentWithEverythingUnfolded() throws IOException {
        CaseDriver driver = ACaseFile.lives(province, port);
        browser.signIn("head.stttt");
        browser.open("/cases/" + driver.key());
        browser.awaitCount("[data-diagram] svg", 1);
        assertThat(browser.text("button[data-print]")).isEqualTo("In hồ sơ");
        String paper = printed();
        assertThat(paper)
                .contains("Hồ sơ " + driver.key() + " · Sở Thông tin và Truyền thông · Bản in lúc ")
                .contains("Thông tin nhiệm vụ", "Quy trình", "Các bước", "Tiến độ, khó khăn, câu hỏi", "Nhật ký")
                // folded on the screen
                .contains("Nội dung thử", "Biên bản “nghiệm thu”.txt")
                .contains("1/", "+Vướng mắc: chưa có kinh phí")
                .doesNotContain("Danh sách việc", "Đăng xuất", "In hồ sơ", "Lưu ghi chú", "Phóng to", "http");
    }

    @Test
    void otherPagesPrintWithoutWhatIsPressed() throws IOException {
        province.issuesTheNewest(AnAssignment.of("resources"));
        browser.signIn("leader1");
        for (String page : new String[] {"/overview", "/units/STTTT", "/indicators", "/groups/4"}) {
            browser.open(page);
            String heading = browser.text("h1");
            assertThat(printed().replaceAll("\\s+", " "))
                    .as(page)
                    .contains(heading)
                    .doesNotContain("Đăng xuất", "Đến nội dung chính", "Tìm…");
        }
    }

    private String printed() throws IOException {
        try (PDDocument paper = Loader.loadPDF(browser.sight().prints())) {
            assertThat(paper.getPage(0).getMediaBox().getWidth()).as("A4").isBetween(594f, 596f);
            return new PDFTextStripper().getText(paper);
        }
    }
}
