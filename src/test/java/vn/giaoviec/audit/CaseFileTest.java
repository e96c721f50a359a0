package vn.giaoviec.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.ACaseFile;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Run;
import vn.giaoviec.testing.TasklistClient;

/** A case is exported as an inspector does it, and verified where nothing of ours runs: no database, no engine. */
@EngineTest
class CaseFileTest {
    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    AuditLog audit;

    @Autowired
    Seal seal;

    @Autowired
    AuditSettings settings;

    private CaseDriver driver;
    private Path file;

    @BeforeEach
    void exported() throws IOException {
        driver = ACaseFile.lives(province, port).finishes();
        file = folder.resolve("F.zip");
        Files.write(file, ACaseFile.of(driver.key(), port));
    }

    @Test
    void verifiesOffline() throws Exception {
        seal.copyOut();
        String key = settings.folder().resolve("seal.pub").toString();
        String copy = settings.folder().resolve("checkpoints.log").toString();

        Run.Outcome intact = verify("--file", file.toString(), "--key", key, "--checkpoints", copy);
        assertThat(intact.said()).startsWith("Hồ sơ " + driver.key() + " nguyên vẹn: ");
        assertThat(intact.exit()).isZero();
        assertThat(verify(
                                "--file",
                                file.toString(),
                                "--folder",
                                settings.folder().toString(),
                                "--language",
                                "en")
                        .said())
                .startsWith("Case file " + driver.key() + " is intact: ");

        Path foreign = folder.resolve("checkpoints.log");
        Files.writeString(foreign, "");
        Run.Outcome unknown = verify("--file", file.toString(), "--key", key, "--checkpoints", foreign.toString());
        assertThat(unknown.said()).contains("Bản sao bên ngoài không có dấu niêm phong này: checkpoint.txt");
        assertThat(unknown.exit()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsSaidInWords() throws Exception {
        String key = settings.folder().resolve("seal.pub").toString();
        byte[] cut = Arrays.copyOf(Files.readAllBytes(file), 1_000);
        Path broken = folder.resolve("broken.zip");
        Files.write(broken, cut);
        Run.Outcome refused = verify("--file", broken.toString(), "--key", key);
        assertThat(refused.said()).contains("không đúng dạng hồ sơ", "HỒ SƠ KHÔNG NGUYÊN VẸN: 1 chỗ sai");
        assertThat(refused.exit()).isEqualTo(1);

        Run.Outcome noKey = verify("--file", file.toString(), "--folder", folder.toString());
        assertThat(noKey.said()).contains("Không đọc được khóa").doesNotContain("Exception:", "\tat ");
        assertThat(noKey.exit()).isEqualTo(2);
        Run.Outcome noFile = verify("--file", folder.resolve("none.zip").toString(), "--key", key);
        assertThat(noFile.said()).contains("Không có tệp");
        assertThat(noFile.exit()).isEqualTo(2);
        Run.Outcome both = verify("--file", file.toString(), "--key", key, "--database", "jdbc:h2:mem:x");
        assertThat(both.said()).contains("Không hiểu “--database”");
        assertThat(both.exit()).isEqualTo(2);
    }

    @Test
    void holdsWhatTheRegulationAsksForAndTheExportItself() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
            List<Entry> recorded = audit.of(driver.key());
            assertThat(recorded.get(recorded.size() - 1))
                    .extracting(Entry::action, Entry::actor)
                    .containsExactly("CaseFileExported", "inspector1");
            assertThat(text(zip, "facts.jsonl").lines().filter(line -> !line.contains("rows")))
                    .hasSameSizeAs(recorded);
            long links =
                    names.stream().filter(name -> name.startsWith("links/")).count();
            assertThat(text(zip, "links/%06d.txt".formatted(links))).contains(" CaseFileExported\n", "inspector1");
            assertThat(text(zip, "proofs.txt").lines())
                    .hasSize((int) links)
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(2 * 1024));

            assertThat(names)
                    .contains("diagram/01-resources.bpmn", "diagram/01-resources.svg", "diagram/02-extension.svg");
            assertThat(text(zip, "diagram/01-resources.svg"))
                    .contains(">Tiếp nhận nhiệm vụ<", "#1a7f37")
                    .doesNotContain("%s");
            assertThat(text(zip, "forms.json")).contains("\"task_prepareLevelDossier\"", "Nội dung thử");
            assertThat(text(zip, "timeline.csv"))
                    .startsWith("\uFEFF\"")
                    .contains("\"Rút lại tệp minh chứng\"", "\"Xuất hồ sơ làm bằng chứng\"");
            assertThat(text(zip, "evidence.csv"))
                    .contains("\"'" + ACaseFile.NASTY_NAME + "\"", "\"nham.txt\"", "\"Rút lại tệp minh chứng\"");
            assertThat(names)
                    .filteredOn(name -> name.startsWith("evidence/"))
                    .isNotEmpty()
                    .allMatch(name -> name.matches("evidence/[0-9a-f]{32}\\.txt"));
            assertThat(text(zip, "README.txt")).contains("Cách kiểm tra", "To verify it");
            assertThat(paper(zip))
                    .contains("Hồ sơ nhiệm vụ " + driver.key())
                    .contains(
                            "Thời hạn ban đầu",
                            "30/06/2099",
                            "Cho gia hạn đến",
                            "15/07/2099",
                            "Biên bản",
                            "Vướng mắc",
                            "Nghiệm thu sản phẩm");
        }
    }

    @Test
    void aSelectionIsOneFileForEachCase() throws Exception {
        CaseDriver another = ACaseFile.lives(province, port);
        Path all = folder.resolve("all.zip");
        Files.write(
                all,
                TasklistClient.signIn(port, "office1")
                        .download("/case-files.zip?case=" + driver.key() + "&case=" + another.key())
                        .body());
        try (ZipFile zip = new ZipFile(all.toFile())) {
            List<? extends ZipEntry> inside = Collections.list(zip.entries());
            assertThat(inside)
                    .extracting(ZipEntry::getName)
                    .containsExactly(
                            driver.key().toString().replace('/', '_') + ".zip",
                            another.key().toString().replace('/', '_') + ".zip");
            for (ZipEntry entry : inside) {
                Path one = folder.resolve(entry.getName());
                Files.write(one, zip.getInputStream(entry).readAllBytes());
                assertThat(verify(
                                "--file",
                                one.toString(),
                                "--folder",
                                settings.folder().toString()))
                        .satisfies(outcome ->
                                assertThat(outcome.exit()).as(outcome.said()).isZero());
            }
        }
    }

    @Test
    void whatCannotBeExportedIsRefusedInWordsAndNothingIsRecorded() {
        int before = audit.of(driver.key()).size();
        TasklistClient office = TasklistClient.signIn(port, "office1");
        assertThat(office.get("/case-files.zip").body()).contains("Hãy chọn từ 1 đến");
        assertThat(office.get("/case-files.zip?case=" + driver.key() + "&case=2024/NONE/STTTT")
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.get("/case-files.zip?case=nonsense").statusCode()).isEqualTo(400);
        assertThat(audit.of(driver.key())).hasSize(before);
        assertThat(TasklistClient.signIn(port, "head.stttt")
                        .get("/cases/" + driver.key() + "/file.zip")
                        .body())
                .contains("Chỉ thanh tra và đầu mối kế hoạch");
        List<Entry> after = audit.of(driver.key());
        assertThat(after.get(after.size() - 1))
                .extracting(Entry::action, Entry::refused)
                .containsExactly("refusal.notYourExport", true);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String paper(ZipFile zip) throws IOException {
        byte[] pdf = zip.getInputStream(zip.getEntry("summary.pdf")).readAllBytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** With our classes and nothing else. */
    private static Run.Outcome verify(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                Path.of("target/classes").toAbsolutePath().toString(),
                "vn.giaoviec.GiaoViec",
                "verify"));
        Stream.of(options).forEach(command::add);
        return Run.with(Map.of(), command.toArray(String[]::new));
    }
}
