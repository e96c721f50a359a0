package vn.giaoviec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import vn.giaoviec.shared.CaseKey;

/** Cases with something of everything, and their files as an inspector downloads them. */
public final class ACaseFile {
    /** The name of a file that is only told, never obeyed. */
    public static final String NASTY_NAME = "=1+1;Biên bản “nghiệm thu”.txt";

    private ACaseFile() {}

    /** From the start to the officer's desk, with a file that was taken back, a difficulty and more time. */
    public static CaseDriver lives(Province province, int port) {
        CaseDriver driver = province.opens(AnAssignment.of("resources")).begins();
        driver.does("task_classify=security");
        String step = driver.step("task_prepareLevelDossier").taskId();
        String officer = "officer1.stttt";
        TasklistClient client = TasklistClient.signIn(port, officer);
        String token = client.csrf(client.get("/").body());
        client.upload(step, token, "nham.txt", "tải nhầm");
        String page = client.get("/steps/" + step).body();
        String id = page.replaceAll("(?s).*?/evidence/([0-9a-f]{32}).*", "$1");
        assertThat(client.own("DELETE", "/steps/" + step + "/evidence/" + id, Map.of())
                        .statusCode())
                .isEqualTo(200);
        client.upload(step, token, NASTY_NAME, "nội dung đúng\n".repeat(2_000));
        client.own(
                "POST",
                "/cases/" + driver.key() + "/progress",
                Map.of(
                        "kind", "DIFFICULTY",
                        "note", "+Vướng mắc: chưa có kinh phí",
                        "command", UUID.randomUUID().toString()));
        assertThat(client.own(
                                "POST",
                                "/cases/" + driver.key() + "/extension",
                                Map.of(
                                        "askedOn", "2099-07-15",
                                        "reason", "Chờ thẩm định kinh phí",
                                        "command", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(302);
        driver.step("task_decideExtension").by("leader1").choosing("granted").complete();
        return driver.does("task_prepareLevelDossier", "task_appraiseLevel=passed", "task_approveLevel");
    }

    /** The file of a case. */
    public static byte[] of(CaseKey key, int port) {
        HttpResponse<byte[]> file = TasklistClient.signIn(port, "inspector1").download("/cases/" + key + "/file.zip");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/zip");
        return file.body();
    }
}
