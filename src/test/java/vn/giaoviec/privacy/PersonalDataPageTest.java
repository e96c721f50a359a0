package vn.giaoviec.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** An administrator answers who asks what is stored of them; that they did stands in the audit, and in the answer. */
@EngineTest
class PersonalDataPageTest {
    private static final String OFFICER = "officer1.stttt";
    private static final String FORMER = "former.stttt";

    @Autowired
    Province province;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ExportPersonalData export;

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    private TasklistClient administrator;

    @BeforeEach
    void signsIn() {
        administrator = TasklistClient.signIn(port, "admin1");
    }

    @Test
    void theFileIsRecordedBeforeItGoes() throws IOException {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
        Map<String, String> files = take(OFFICER, " 12/ĐN-2024 ");
        assertThat(files.getOrDefault("casework_work_item.jsonl", ""))
                .contains(work.key().toString());
        assertThat(files.getOrDefault("directory_person.jsonl", "").lines()).hasSize(1);
        assertThat(files.getOrDefault("audit_entry.jsonl", ""))
                .contains("PersonalDataExported", "12/ĐN-2024", "\"actor\":\"admin1\"");
        assertThat(TasklistClient.signIn(port, "inspector1")
                        .get("/audit?action=PersonalDataExported")
                        .body())
                .contains("Xuất dữ liệu cá nhân của một người", OFFICER, "12/ĐN-2024");
    }

    @Test
    void whoeverLeftIsAnsweredToo() throws IOException {
        jdbc.sql("insert into directory_person (id, name, active) values (?, 'Chuyên viên cũ', false)")
                .param(FORMER)
                .update();
        try {
            assertThat(administrator.get("/privacy").body())
                    .contains("value=\"" + FORMER + "\"", "value=\"" + OFFICER + "\"")
                    .doesNotContain("??");
            assertThat(take(FORMER, "13/ĐN-2024").getOrDefault("directory_person.jsonl", ""))
                    .contains("Chuyên viên cũ");
        } finally {
            jdbc.sql("delete from directory_person where id = ?").param(FORMER).update();
        }
    }

    @Test
    void withoutPersonOrReferenceNothingGoesAndNothingIsRecorded() {
        long before = exports();
        HttpResponse<String> nobody = submit("nobody.x", "14/ĐN-2024");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body())
                .contains("Không có ai có tên đăng nhập như vậy", "value=\"nobody.x\"", "value=\"14/ĐN-2024\"")
                .containsPattern("name=\"person\"[^>]*aria-invalid=\"true\"");
        for (String reference : List.of("", "   ", "x".repeat(101))) {
            HttpResponse<String> missing = submit(OFFICER, reference);
            assertThat(missing.statusCode()).isEqualTo(422);
            assertThat(missing.body())
                    .contains("Hãy ghi số văn bản yêu cầu, không dài quá 100 ký tự")
                    .containsPattern("name=\"reference\"[^>]*aria-invalid=\"true\"");
        }
        assertThat(exports()).isEqualTo(before);
    }

    @Test
    void whatBreaksOffIsOnRecordAndPassesForNothing() throws IOException {
        long before = exports();
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        OutputStream line = new FilterOutputStream(arrived) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (arrived.size() > 2_000) {
                    throw new IOException("gone away");
                }
                arrived.write(bytes, from, length);
            }
        };
        assertThatThrownBy(() -> province.as("admin1", () -> sends(line))).hasRootCauseMessage("gone away");
        assertThat(exports()).isEqualTo(before + 1);
        Path half = Files.write(folder.resolve("half.zip"), arrived.toByteArray());
        assertThat(half).isNotEmptyFile();
        assertThatThrownBy(() -> new ZipFile(half.toFile())).isInstanceOf(ZipException.class);
    }

    private void sends(OutputStream line) {
        try {
            export.write(OFFICER, "15/ĐN-2024", () -> line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HttpResponse<String> submit(String person, String reference) {
        return administrator.submit(
                "/privacy", "/privacy/personal-data", Map.of("person", person, "reference", reference));
    }

    private long exports() {
        return jdbc.sql("select count(*) from audit_entry where action = 'PersonalDataExported'")
                .query(Long.class)
                .single();
    }

    private Map<String, String> take(String person, String reference) throws IOException {
        HttpResponse<byte[]> answer = administrator.submitForFile(
                "/privacy", "/privacy/personal-data", Map.of("person", person, "reference", reference));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("personal-data-" + person + ".zip"));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cached -> assertThat(cached).contains("no-store"));
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
