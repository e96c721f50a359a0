package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void eachTaskIsALineOfJson() throws IOException {
        Path file = write(AnnexFile.of("Nhiệm vụ năm 2024")
                .row(AnnexFile.HEADER)
                .row("I", "Truyền thông", "", "", "", "")
                .row("1", "Truyền thông về chuyển đổi số", "Sở TT&TT", "Các sở, ban, ngành", "Quý I/2024", "Kế hoạch")
                .row("2", "Việc hai", "Sở Lạ (đ/c Nguyễn Văn An, 0912345678)", "", "31/02", "")
                .docx());
        assertThat(run(file.toString(), "--preview", "--json")).isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("row").asInt()).isEqualTo(3);
        assertThat(first.path("code").asText()).isEqualTo("1");
        assertThat(first.path("title").asText()).isEqualTo("Truyền thông về chuyển đổi số");
        assertThat(first.path("leads").path(0).path("unit").asText()).isEqualTo("STTTT");
        assertThat(first.path("leads").path(0).path("certain").asBoolean()).isTrue();
        assertThat(first.path("coordinators").path(0).path("members")).hasSize(20);
        assertThat(first.path("deadlineRaw").asText()).isEqualTo("Quý I/2024");
        assertThat(first.path("deadlineKind").asText()).isEqualTo("QUARTER");
        assertThat(first.path("dueDate").asText()).isEqualTo("2024-03-29");
        assertThat(first.path("deliverable").asText()).isEqualTo("Kế hoạch");
        assertThat(first.path("suggestedGroup").asInt()).isEqualTo(1);
        assertThat(first.path("warnings")).isEmpty();
        JsonNode second = new ObjectMapper().readTree(lines.get(1));
        assertThat(second.path("dueDate").isNull()).isTrue();
        assertThat(second.path("leads").path(0).path("unit").isNull()).isTrue();
        assertThat(second.path("warnings")).anyMatch(warning -> warning.asText().startsWith("deadlineUnclear: "));
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("Nguyễn", "0912");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("2 nhiệm vụ");
    }

    @Test
    void peopleReadATable() throws IOException {
        Path file = write(AnnexFile.usual()
                .row("1", "Việc", "Sở Nội vụ", "", "Quý I/2024", "Báo cáo")
                .xlsx());
        assertThat(run(file.toString(), "--preview")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Nhiệm vụ", "SNV", "29/03/2024");
    }

    @Test
    void aRefusedFileSaysWhereAndWhyAndPrintsNothing() throws IOException {
        for (byte[] bytes : List.of(
                "no table".getBytes(StandardCharsets.UTF_8),
                AnnexFile.of("MẬT").row(AnnexFile.HEADER).row("1", "x", "y").xlsx(),
                new byte[] {'P', 'K', 3, 4})) {
            assertThat(run(write(bytes).toString(), "--preview", "--json")).isEqualTo(2);
        }
        assertThat(run(
                        write(Objects.requireNonNull(HostileFile.all().get("sheetTooWide")))
                                .toString(),
                        "--preview",
                        "--json"))
                .isEqualTo(2);
        assertThat(run(folder.resolve("none").toString(), "--preview", "--json"))
                .isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("dòng 3", "độ mật");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.xlsx",
                "a.xlsx b.xlsx --preview",
                "a.xlsx --preview --plan-year x",
                "a.xlsx --preview --issued 1",
                "--what",
                "a.xlsx --preview --issued"
            })
    void aWrongCommandLineIsToldHow(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(64);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--preview");
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "phu-luc", ""), content);
    }

    private int run(String... arguments) {
        return ImportCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                LocalDate.of(2026, 11, 28));
    }
}
