package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** The inspector's pages over HTTP, as a browser without scripts has them. */
@EngineTest
class AuditPagesTest {
    @Autowired
    Province province;

    @LocalServerPort
    int port;

    private CaseDriver driver;
    private TasklistClient inspector;

    @BeforeEach
    void aCase() {
        driver = province.opens(AnAssignment.of("resources")).begins();
        inspector = TasklistClient.signIn(port, "inspector1");
    }

    @Test
    void findsACaseInWordsAndLeadsToIt() {
        String page = inspector
                .get("/audit?theCase=" + driver.key() + "&person=head.stttt")
                .body();
        assertThat(page)
                .contains("Hoàn thành một bước", "/cases/" + driver.key())
                .contains("/audit/export.csv?person=head.stttt&amp;theCase=")
                .doesNotContain("??");
        assertThat(inspector.get("/audit").body())
                .contains("Lượt tìm này cũng được ghi lại")
                .doesNotContain("??");
    }

    @Test
    void whatCannotBeReadIsSaidAndKept() {
        HttpResponse<String> page = inspector.get("/audit?theCase=nonsense&from=2024-13-45&to=x");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Mã hồ sơ không đúng dạng", "value=\"nonsense\"", "“Từ ngày” không phải là một ngày");
        assertThat(inspector.get("/audit?from=2024-03-02&to=2024-03-01").body()).contains("đứng trước");
        assertThat(inspector.get("/audit/export.csv?theCase=nonsense").statusCode())
                .isEqualTo(422);
    }

    @Test
    void isTakenAwayAsTableWorkbookAndLines() {
        String what = "?theCase=" + driver.key();
        HttpResponse<String> csv = inspector.get("/audit/export.csv" + what);
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("audit.csv"));
        assertThat(csv.body())
                .startsWith("\uFEFF\"Thời điểm\";")
                .contains("\"" + driver.key() + "\"")
                .doesNotContain("RowsLeft");
        HttpResponse<String> lines = inspector.get("/audit/export.jsonl" + what);
        assertThat(lines.body().lines()).allMatch(line -> line.startsWith("{\"id\":") && line.endsWith("}"));
        HttpResponse<String> workbook = inspector.get("/audit/export.xlsx" + what);
        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.body()).startsWith("PK");
        assertThat(inspector
                        .get("/audit?action=AuditExported" + what.replace('?', '&'))
                        .body())
                .contains("XLSX");
    }

    @Test
    void aConclusionIsAttachedOnTheCasesPage() {
        String page = "/cases/" + driver.key();
        HttpResponse<String> refused = inspector.submit(
                page,
                page + "/conclusions",
                Map.of(
                        "kind",
                        "BREACH",
                        "document",
                        "7/KL-TTr",
                        "documentOn",
                        "2999-01-01",
                        "words",
                        "Thiếu minh chứng"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("ngày đó không được sau hôm nay", "Thiếu minh chứng");
        inspector.submit(
                page,
                page + "/conclusions",
                Map.of(
                        "kind",
                        "BREACH",
                        "document",
                        "7/KL-TTr",
                        "documentOn",
                        "2024-01-02",
                        "words",
                        "Thiếu minh chứng"));
        assertThat(TasklistClient.signIn(port, "head.stttt").get(page).body())
                .as("the unit reads it")
                .contains("Có vi phạm", "Văn bản số 7/KL-TTr ngày 02/01/2024", "Thiếu minh chứng")
                .doesNotContain("conclusion-document");
    }

    @Test
    void theLedgerIsVerifiedOnRequest() {
        assertThat(inspector.get("/audit/verification").body())
                .contains("Kiểm chứng ngay")
                .doesNotContain("??");
        assertThat(inspector
                        .submit("/audit/verification", "/audit/verification", Map.of())
                        .statusCode())
                .isEqualTo(200);
    }
}
