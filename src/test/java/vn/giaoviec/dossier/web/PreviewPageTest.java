package vn.giaoviec.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.casework.KeepEvidence;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** Whoever may download a file may look at it, and nothing in it reaches our pages. */
@EngineTest
class PreviewPageTest {
    private static final String OFFICER = "officer1.stttt";
    /** One pixel. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    KeepEvidence keepEvidence;

    @Autowired
    AuditLog audit;

    @Autowired
    WebApplicationContext application;

    private CaseDriver driver;

    @BeforeEach
    void aStepThatTakesEvidence() {
        driver = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
    }

    @Test
    void textStandsInASandbox() {
        String file = brought(
                "Biên bản nghiệm thu.txt", "<b>Biên bản</b> <script>1</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(looks(OFFICER, file + "/preview").body())
                .contains(
                        "<h1 class=\"words\">Biên bản nghiệm thu.txt</h1>",
                        "sandbox src=\"" + file + "/content?page=1\"")
                .contains("title=\"Nội dung tệp Biên bản nghiệm thu.txt\"", "href=\"/cases/" + driver.key() + "\"")
                .doesNotContain("??", "1</script>");
        HttpResponse<String> content = looks(OFFICER, file + "/content");
        assertThat(content.body()).isEqualTo("<b>Biên bản</b> <script>1</script>");
        assertThat(header(content, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(header(content, "Content-Security-Policy"))
                .startsWith("sandbox; default-src 'none';")
                .endsWith("frame-ancestors 'self'");
        assertThat(header(content, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(content, "Cache-Control")).isEqualTo("no-cache, private");
        assertThat(header(content, "Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20nghi%E1%BB%87m%20thu.txt");
        HttpResponse<String> download = looks(OFFICER, file);
        assertThat(header(download, "Content-Disposition")).startsWith("attachment;");
    }

    @Test
    void theContentSaysWhatItIsNotTheName() {
        String picture = brought("bao-cao.txt", PNG);
        assertThat(looks(OFFICER, picture + "/preview").body()).contains("<img class=\"preview\" src=\"" + picture);
        assertThat(header(looks(OFFICER, picture + "/content"), "Content-Type")).isEqualTo("image/png");
        String unknown = brought("anh.png", new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
        assertThat(looks(OFFICER, unknown + "/preview").body())
                .contains("Không xem trước được tệp hoặc trang này")
                .doesNotContain("<img", "<iframe");
        assertThat(looks(OFFICER, unknown + "/content").statusCode()).isEqualTo(404);
        String older = brought("cu.txt", "Biªn b¶n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(looks(OFFICER, older + "/preview").body()).contains("Không xem trước được");
    }

    @Test
    void aPdfIsShownPageByPageAsPictures() throws Exception {
        String file = brought("Quyết định.pdf", twoPages());
        assertThat(looks(OFFICER, file + "/preview?page=2").body())
                .contains("Trang 2 trên 2", "alt=\"Trang 2 của tệp Quyết định.pdf\"", "Trang trước")
                .doesNotContain("Trang sau", "??");
        HttpResponse<byte[]> page = TasklistClient.signIn(port, OFFICER).download(file + "/content?page=2");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(page.body())).getWidth())
                .isGreaterThan(500);
        assertThat(looks(OFFICER, file + "/preview?page=3").body()).contains("Không xem trước được");

        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{64}-2\"");
        var pages = MockMvcBuilders.webAppContextSetup(application).build();
        int known = province.as(OFFICER, () -> {
            try {
                return pages.perform(get(file + "/content?page=2").header("If-None-Match", tag))
                        .andReturn()
                        .getResponse()
                        .getStatus();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        assertThat(known).isEqualTo(304);
    }

    @Test
    void whoMayNotDownloadMayNotLookAndAnInspectorsLookIsRecorded() {
        String file = brought("bien-ban.txt", "đã làm".getBytes(StandardCharsets.UTF_8));
        for (String part : new String[] {"", "/preview", "/content"}) {
            assertThat(looks("officer1.snv", file + part).statusCode()).isEqualTo(403);
            assertThat(looks("admin1", file + part).statusCode()).isEqualTo(403);
        }
        long before = looked();
        assertThat(looks("inspector1", file + "/content").statusCode()).isEqualTo(200);
        assertThat(looked()).isEqualTo(before + 1);
        assertThat(province.as(OFFICER, () -> Statements.ofPage(application, file + "/preview")))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(12);
    }

    private long looked() {
        return audit.of(driver.key()).stream()
                .map(Entry::action)
                .filter("Looked"::equals)
                .count();
    }

    /** The address of a file that the officer brings. */
    private String brought(String name, byte[] content) {
        String step = driver.step("task_prepareLevelDossier").taskId();
        return "/evidence/"
                + province.as(OFFICER, () -> {
                    try {
                        return keepEvidence
                                .keep(step, name, new ByteArrayInputStream(content))
                                .id();
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });
    }

    private static byte[] twoPages() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.save(out);
        }
        return out.toByteArray();
    }

    private HttpResponse<String> looks(String person, String path) {
        return TasklistClient.signIn(port, person).get(path);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
