package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** Whatever is sent, a person gets a clear 4xx in their language, no stack trace, and loses nothing typed. */
@EngineTest
class BadInputTest {
    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    BusinessClock clock;

    private CaseDriver work;
    private TasklistClient officer;
    private String task;
    private String token;

    @BeforeEach
    void aStepOnTheOfficersDesk() {
        work = province.opens(AnAssignment.of("resources")).begins().does("task_classify=security");
        officer = TasklistClient.signIn(port, "officer1.stttt");
        task = work.step("task_prepareLevelDossier").taskId();
        token = officer.token(officer.get("/steps/" + task).body());
    }

    @ParameterizedTest
    @CsvSource({
        "/cases/2024/khong-co/STTTT, 404",
        "/cases/abcd/G1-01/STTTT, 400",
        "/cases/2024/G1-01/sttt%20t, 400",
        "/assignments/2024/KHONG-CO, 404",
        "/assignments/hai-ngan/G1-01, 400",
        "/indicators/KHONG-CO, 404",
        "/units/KHONG-CO, 404",
        "/groups/9, 404",
        "/groups/hai, 400",
        "/plan?group=abc, 400",
        "/plan?standing=SAI, 400",
        "/evidence/00000000000000000000000000000000, 404",
        "/models/khong-co, 404",
        "/steps/khong-co, 409",
        "/steps/khong-co/indicators, 409",
        "/steps/khong-co/dossier, 409",
        "/completed?whose=SAI, 400",
        "/completed?page=abc, 400",
        "/khong-co-trang-nay, 404",
        "/plan/2024/issue, 405",
    })
    void aWrongAddressIsToldSo(String path, int status) {
        told(officer.get(path), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KHONG_CO", "<script>alert(1)</script>"})
    void anUnknownFieldOrChoiceIsRefused(String nonsense) {
        told(draft(Map.of("decision", nonsense)), 422);
        told(draft(Map.of("field." + nonsense, "x")), 422);
    }

    @Test
    void whatIsTooLongIsRefusedAndTheDraftBeforeItStays() {
        assertThat(draft(Map.of("field.dossier", "bản nháp")).statusCode()).isEqualTo(204);
        HttpResponse<String> refused = draft(Map.of("field.dossier", "x".repeat(20_001)));
        told(refused, 422);
        assertThat(refused.body()).contains("20.000");
        assertThat(officer.get("/steps/" + task).body()).contains("bản nháp");
    }

    @Test
    void scriptsTypedIntoAFieldStayWords() {
        assertThat(draft(Map.of("field.dossier", "</textarea><script>alert(1)</script>"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(officer.get("/steps/" + task).body())
                .doesNotContain("<script>alert(1)")
                .contains("&lt;script&gt;alert(1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lenh.exe|MZ\u0090|422",
                "trang.html|<html><script>alert(1)</script></html>|422",
                "anh.svg|<svg xmlns='http://www.w3.org/2000/svg'/>|422",
                "trong.txt||422",
            })
    void onlyDocumentsAreEvidence(String name, String content, int status) {
        told(officer.upload(task, token, name, content == null ? "" : content), status);
        assertThat(officer.get("/steps/" + task).body()).doesNotContain(name);
    }

    @Test
    void aFileNameIsOnlyAName() {
        HttpResponse<String> kept = officer.upload(task, token, "../../etc/biên bản.txt", "nội dung");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains(">biên bản.txt<").doesNotContain("etc");
    }

    @Test
    void aPostWithoutItsPartsOrTokenIsRefused() {
        told(officer.form("/steps/" + task + "/draft", Map.of(), Map.of("Accept", "text/html")), 403);
        told(
                officer.form(
                        "/steps/" + task + "/evidence",
                        Map.of("x", "y"),
                        Map.of("X-CSRF-TOKEN", token, "Accept", "text/plain")),
                400);
        assertThat(officer.postJson(
                                "/camunda/api/engine/engine/default/task/" + task + "/submit-form", "{\"variables\":")
                        .statusCode())
                .isBetween(400, 499);
    }

    @Test
    void submittingForgedVariablesIsA400InVietnamese() {
        HttpResponse<String> forged = officer.postJson(
                "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                "{\"variables\":{\"levelAppraisal\":{\"value\":\"passed\",\"type\":\"String\"}}}");
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(forged.body()).contains("message").doesNotContain("ENGINE-").doesNotContain("\tat ");
        assertThat(work.waitsAt()).containsExactly("task_prepareLevelDossier");
    }

    @Test
    void strangersReadNeitherStepNorCaseNorEvidence() {
        officer.upload(task, token, "mat.txt", "nội dung");
        String evidence = officer.get("/steps/" + task).body().replaceAll("(?s).*?/evidence/([0-9a-f]{32}).*", "$1");
        assertThat(officer.get("/evidence/" + evidence).statusCode()).isEqualTo(200);
        for (String person : new String[] {"officer1.snv", "head.snv", "admin1"}) {
            TasklistClient stranger = TasklistClient.signIn(port, person);
            told(stranger.get("/steps/" + task), 403);
            told(stranger.get("/cases/" + work.key()), 403);
            told(stranger.get("/evidence/" + evidence), 403);
        }
        assertThat(TasklistClient.signIn(port, "inspector1")
                        .get("/cases/" + work.key())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefusedNoteComesBackWithItsWords() {
        String page = "/cases/" + work.key();
        HttpResponse<String> empty = officer.submit(page, page + "/progress", Map.of("kind", "PROGRESS", "note", " "));
        told(empty, 422);
        String words = "Đang thu thập số liệu ".repeat(200);
        HttpResponse<String> tooLong =
                officer.submit(page, page + "/progress", Map.of("kind", "DIFFICULTY", "note", words));
        told(tooLong, 422);
        assertThat(tooLong.body()).contains(words.strip());
        told(officer.submit(page, page + "/progress", Map.of("kind", "SAI", "note", "x")), 400);
        told(officer.submit(page, page + "/progress", Map.of()), 400);
        assertThat(officer.submit(page, page + "/progress", Map.of("kind", "QUESTION", "note", "Hỏi về biểu mẫu?"))
                        .body())
                .contains("Hỏi về biểu mẫu?");
    }

    @Test
    void onlyThePlanOfficeTurnsTheClockAndOnlyForward() {
        told(officer.submit("/", "/clock", Map.of("day", "2030-01-01")), 403);
        TasklistClient office = TasklistClient.signIn(port, "office1");
        told(office.submit("/", "/clock", Map.of("day", clock.today().toString())), 422);
        told(office.submit("/", "/clock", Map.of("day", "2099-01-01")), 422);
        told(office.submit("/", "/clock", Map.of("day", "hôm qua")), 400);
        told(office.submit("/", "/clock", Map.of()), 400);
    }

    @Test
    void anEnglishReaderIsToldInEnglish() {
        assertThat(officer.get("/indicators/KHONG-CO").body()).contains("lang=\"vi\"");
        officer.get("/?lang=en");
        HttpResponse<String> refused = officer.get("/indicators/KHONG-CO");
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("lang=\"en\"").contains("indicator");
    }

    @Test
    void whoeverIsRefusedFindsTheWayOn() {
        assertThat(officer.get("/cases/2024/G9-99/STTTT").body())
                .contains("aria-label=\"Điều hướng chính\"", "href=\"/notices\"", "action=\"/sign-out\"");
        assertThat(TasklistClient.nobody(port).get("/sign-in").body()).doesNotContain("href=\"/notices\"");
    }

    private HttpResponse<String> draft(Map<String, String> values) {
        return officer.form(
                "/steps/" + task + "/draft",
                new HashMap<>(values),
                Map.of("X-CSRF-TOKEN", token, "Accept", "text/plain"));
    }

    private static void told(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body())
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("refusal.")
                .doesNotContain("??");
    }
}
