package vn.giaoviec.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** Cases are chosen on a page without scripts, and what it shows is what is taken. */
@EngineTest
class CaseFilesPageTest {
    private static final Pattern TAKEN = Pattern.compile("name=\"case\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    Directory directory;

    @Autowired
    CaseFilesPage page;

    private TasklistClient inspector;

    @BeforeEach
    void signsIn() {
        inspector = TasklistClient.signIn(port, "inspector1");
    }

    @Test
    void choosesByYearUnitAndState() throws IOException {
        int year = province.issues(AnAssignment.of("resources").code("T-01").ledBy("STTTT", "SNV"));
        String finished = year + "/T-01/STTTT";
        String running = year + "/T-01/SNV";
        province.drives(CaseKey.of(finished)).begins().throughResources().finishes();

        assertThat(takes("?year=" + year)).containsExactlyInAnyOrder(finished, running);
        assertThat(takes("?year=" + year + "&unit=SNV&running=")).containsExactly(running);
        assertThat(takes("?year=" + year + "&unit=&running=true")).containsExactly(running);
        assertThat(takes("?year=" + year + "&running=false")).containsExactly(finished);
        assertThat(inspector.get("/case-files?year=1999").body())
                .contains("Không có hồ sơ nào như vậy")
                .doesNotContainPattern(TAKEN);

        byte[] zip = inspector
                .download("/case-files.zip?case="
                        + takes("?year=" + year).stream()
                                .map(CaseFilesPageTest::encoded)
                                .collect(Collectors.joining("&case=")))
                .body();
        assertThat(names(zip))
                .containsExactlyInAnyOrder(finished.replace('/', '_') + ".zip", running.replace('/', '_') + ".zip");
    }

    @Test
    void choosesByPastedKeys() {
        int year = province.issues(
                AnAssignment.of("resources").code("T-01"),
                AnAssignment.of("research").code("T-02"));
        String one = year + "/T-01/STTTT";
        String other = year + "/T-02/STTTT";
        assertThat(takes("?year=1999&keys=" + encoded(one + ",\r\n " + other + " " + one)))
                .containsExactlyInAnyOrder(one, other);

        HttpResponse<String> wrong = inspector.get("/case-files?keys=" + encoded(one + "\n2024/NONE/STTTT nonsense"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Không đúng dạng mã hồ sơ: nonsense.", "Không có hồ sơ mang mã: 2024/NONE/STTTT.", one)
                .containsPattern("name=\"keys\"[^>]*aria-invalid=\"true\"")
                .doesNotContainPattern(TAKEN);
    }

    @Test
    void moreThanOneFileHoldsAreNarrowedFirst() {
        String[] units = directory.units().stream().limit(20).map(Unit::code).toArray(String[]::new);
        AnAssignment[] assignments = IntStream.rangeClosed(1, 11)
                .mapToObj(number ->
                        AnAssignment.of("resources").code("T-" + number).ledBy(units))
                .toArray(AnAssignment[]::new);
        int year = province.issues(assignments);
        assertThat(inspector.get("/case-files?year=" + year).body())
                .contains("Có 220 hồ sơ; mỗi tệp chứa nhiều nhất 200.")
                .doesNotContainPattern(TAKEN);
        assertThat(takes("?year=" + year + "&unit=" + units[0])).hasSize(11);

        List<String> keys = keysOf(year, units);
        assertThat(takes("?keys=" + encoded(String.join("\r\n", keys)))).containsExactlyInAnyOrderElementsOf(keys);
        HttpResponse<String> tooMany = inspector.get(
                "/case-files?keys=" + encoded(String.join("\r\n", keys) + "\r\n" + year + "/T-11/" + units[0]));
        assertThat(tooMany.statusCode()).isEqualTo(200);
        assertThat(tooMany.body()).contains("Có 201 hồ sơ; mỗi tệp chứa nhiều nhất 200.");

        assertThat(Statements.during(() -> asks(new CaseSelection(year, null, null, null))))
                .hasSizeLessThanOrEqualTo(12)
                .hasSameSizeAs(Statements.during(() -> asks(new CaseSelection(year, units[0], true, null))));
    }

    @Test
    void theLongestSelectionStillFitsIntoAnAddress() {
        String query = IntStream.range(0, 200)
                .mapToObj(number -> "case=" + encoded("2024/%s/%s".formatted("A".repeat(37) + number, "U".repeat(20))))
                .collect(Collectors.joining("&"));
        HttpResponse<String> none = inspector.get("/case-files.zip?" + query);
        assertThat(none.statusCode()).as("read, and none of them known").isEqualTo(404);
    }

    @Test
    void whatIsNoYearOrStateIsToldSo() {
        for (String wrong : List.of("year=hai-ngan", "running=SAI")) {
            HttpResponse<String> answer = inspector.get("/case-files?" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body())
                    .contains("Hãy quay lại trang trước và thử lại")
                    .doesNotContain("Exception");
        }
    }

    private void asks(CaseSelection chosen) {
        province.as("inspector1", () -> page.choose(chosen, new ExtendedModelMap(), new MockHttpServletResponse()));
    }

    private static List<String> keysOf(int year, String... units) {
        List<String> keys = new ArrayList<>();
        for (int number = 1; number <= 10; number++) {
            for (String unit : units) {
                keys.add(year + "/T-" + number + "/" + unit);
            }
        }
        return keys;
    }

    private List<String> takes(String query) {
        HttpResponse<String> answer = inspector.get("/case-files" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> keys = TAKEN.matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(answer.body())
                .contains("Tải " + keys.size() + " hồ sơ (ZIP)")
                .doesNotContain("??");
        return keys;
    }

    private static List<String> names(byte[] content) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
