package vn.giaoviec.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.testing.ACaseFile;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** Whoever looks for something finds it without marks, and of files only those that are theirs to read. */
@EngineTest
class SearchPageTest {
    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    WebApplicationContext application;

    private CaseDriver driver;

    @BeforeEach
    void aCaseWithAFile() {
        driver = ACaseFile.lives(province, port);
    }

    @Test
    void findsWithMarksOrWithout() {
        for (String words : new String[] {"so thong tin", "Sở Thông tin", "SỞ THÔNG TIN", "thong so tin"}) {
            assertThat(looksFor("officer1.stttt", words)).as(words).contains("Sở Thông tin và Truyền thông</a>");
        }
        assertThat(looksFor("officer1.stttt", "lanh dao so tt&tt")).contains("Lãnh đạo Sở TT&amp;TT (mẫu)");
        assertThat(looksFor(
                        "officer1.stttt",
                        driver.key().assignment() + " " + driver.key().year()))
                .contains("/assignments/" + driver.key().year() + "/"
                        + driver.key().assignment() + "\"");
        assertThat(looksFor("officer1.stttt", "khong co gi nhu the")).contains("Không tìm thấy “khong co gi nhu the”");
    }

    @Test
    void filesShowToWhoeverMayReadTheirCase() {
        for (String reader : new String[] {"officer1.stttt", "head.stttt", "office1", "leader1", "inspector1"}) {
            assertThat(looksFor(reader, "bien ban nghiem thu"))
                    .as(reader)
                    .contains("Biên bản “nghiệm thu”.txt", "/cases/" + driver.key());
        }
        for (String stranger : new String[] {"officer1.snv", "admin1"}) {
            assertThat(looksFor(stranger, "bien ban nghiem thu"))
                    .as(stranger)
                    .contains("Không tìm thấy")
                    .doesNotContain("/evidence/");
        }
        assertThat(looksFor("office1", "nham")).as("taken back").doesNotContain("nham.txt</a>");
    }

    @Test
    void signsOfTheDatabaseAreNoWords() {
        assertThat(looksFor("office1", "% _ '")).doesNotContain("/evidence/").contains("name=\"q\"");
    }

    @Test
    void narrowsAndAsksLittle() {
        TasklistClient client = TasklistClient.signIn(port, "head.stttt");
        assertThat(client.get("/search?kind=UNITS&q=so").body())
                .contains("<h2>Đơn vị</h2>")
                .doesNotContain("<h2>Người</h2>", "<h2>Nhiệm vụ</h2>", "??");
        assertThat(client.get("/search?q=so&lang=en").body())
                .contains("<h2>Units</h2>")
                .doesNotContain("??");
        assertThat(province.as("head.stttt", () -> Statements.ofPage(application, "/search?q=so")))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void aUnitsOwnNameLeadsToTheUnitAndWordsThatBeginComeFirst() {
        province.imports(
                AnAssignment.of("resources").code("ASYT-1"),
                AnAssignment.of("resources").code("SYT-2"));
        assertThat(looksFor("office1", "SYT"))
                .containsSubsequence("<h2>Đơn vị</h2>", "<h2>Nhiệm vụ</h2>", ">SYT-2 ", ">ASYT-1 ");
        assertThat(looksFor("office1", "SYT-2")).contains("<h2>Nhiệm vụ</h2>").doesNotContain("<h2>Đơn vị</h2>");
        assertThat(looksFor("office1", "Sở")).containsSubsequence("<h2>Nhiệm vụ</h2>", "<h2>Đơn vị</h2>");
    }

    @Test
    void saysThatAListWasCut() {
        int year = province.imports(IntStream.rangeClosed(1, 31)
                .mapToObj(one -> AnAssignment.of("resources").code("T-%02d".formatted(one)))
                .toArray(AnAssignment[]::new));
        assertThat(looksFor("office1", year + " T")).contains("Chỉ hiện 30 kết quả đầu");
        assertThat(looksFor("office1", year + " T-31")).doesNotContain("kết quả đầu");
    }

    @Test
    void whatBeginsWithTheWordIsFoundBehindHundredsThatHoldIt() {
        province.imports(
                Stream.concat(IntStream.rangeClosed(1, 310).mapToObj("AQVZW-%03d"::formatted), Stream.of("QVZW-1"))
                        .map(code -> AnAssignment.of("resources").code(code))
                        .toArray(AnAssignment[]::new));
        assertThat(looksFor("office1", "qvzw")).containsSubsequence(">QVZW-1 ", ">AQVZW-001 ", ">AQVZW-029 ");
        assertThat(looksFor("office1", "qvzw")).doesNotContain(">AQVZW-030 ");
        assertThat(looksFor("office1", "QVZW 310")).contains(">AQVZW-310 ").doesNotContain(">AQVZW-309 ", ">QVZW-1 ");
        assertThat(province.as("head.stttt", () -> Statements.ofPage(application, "/search?q=qvzw")))
                .hasSizeLessThanOrEqualTo(12);
    }

    private String looksFor(String person, String words) {
        return TasklistClient.signIn(port, person)
                .get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }
}
