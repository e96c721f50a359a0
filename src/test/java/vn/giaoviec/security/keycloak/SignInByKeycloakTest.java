package vn.giaoviec.security.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaoviec.testing.KeycloakServer.PASSWORD;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.KeepDirectory;
import vn.giaoviec.testing.Browser;
import vn.giaoviec.testing.KeycloakServer;
import vn.giaoviec.testing.KeycloakTest;
import vn.giaoviec.testing.TasklistClient;

/** People sign in by a real Keycloak, work, and lose their rights when Keycloak says so and not when it is silent. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInByKeycloakTest {
    /** The case the browser walks a few steps of. */
    private static final String CASE = "2024/G4-01/STTTT";
    /** What the customer asked for: rights that were taken away are gone within a minute. */
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static final String ME = "/camunda/api/admin/auth/user/default";

    @Autowired
    Directory directory;

    @Autowired
    KeepDirectory keepDirectory;

    @TempDir
    static Path folder;

    private KeycloakServer keycloak;
    private Browser browser;
    private int port;

    @BeforeAll
    void thePlanIsIssued() {
        keycloak = KeycloakServer.running();
        port = keycloak.appPort();
        keepDirectory.now();
        TasklistClient office = signIn("office1");
        HttpResponse<String> issued = office.submit("/plan", "/plan/2024/issue", Map.of());
        assertThat(issued.statusCode()).isEqualTo(200);
        browser = Browser.start(port);
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private TasklistClient signIn(String person) {
        return TasklistClient.signInByKeycloak(port, person, PASSWORD);
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "office1, 'Đầu mối kế hoạch 1 Mẫu', false",
        "leader1, 'Lãnh đạo UBND tỉnh Mẫu', false",
        "head.stttt, 'Lãnh đạo Sở Thông tin và Truyền thông Mẫu', false",
        "officer1.stttt, 'Chuyên viên 1 Sở Thông tin và Truyền thông Mẫu', false",
        "inspector1, 'Thanh tra viên Mẫu', true",
        "admin1, 'Quản trị viên Mẫu', true"
    })
    void everyRoleSignsInOnceForOurPagesAndTheEnginesApplications(String person, String name, boolean cockpit) {
        browser.signInByKeycloak(person, PASSWORD);
        assertThat(browser.text(".header__person")).contains(name);
        browser.open("/camunda/app/tasklist/default/");
        browser.awaitText("Việc của đơn vị tôi");
        assertThat(browser.text("body")).contains(name);
        browser.open("/camunda/app/cockpit/default/");
        if (cockpit) {
            browser.awaitText("Camunda Cockpit");
            assertThat(browser.text("body")).contains(name);
        } else {
            assertThat(browser.text("body")).doesNotContain("Camunda Cockpit");
        }
    }

    @Test
    @Order(2)
    void aHeadReceivesAndApprovesInTasklist() throws IOException {
        Path file = Files.writeString(folder.resolve("hồ sơ.txt"), "Hồ sơ đề xuất cấp độ\n");
        does("head.stttt", "Tiếp nhận nhiệm vụ", "received", null);
        does("head.stttt", "Phân công chuyên viên", "", null);
        does("head.stttt", "Phân loại nguồn lực", "security", null);
        does("officer1.stttt", "Lập hồ sơ đề xuất cấp độ", "", file);
        does("deputy.stttt", "Thẩm định hồ sơ cấp độ", "passed", file);
        does("head.stttt", "Phê duyệt cấp độ an toàn", "", file);
        browser.open("/cases/" + CASE);
        assertThat(browser.text("main")).contains("Thực hiện nhiệm vụ");
    }

    @Test
    @Order(3)
    void whatIsTypedWhileTheSessionEndsIsKept() {
        browser.signInByKeycloak("officer1.stttt", PASSWORD);
        browser.openStep(CASE, "Thực hiện nhiệm vụ");
        browser.fillIn("Trước khi phiên kết thúc. ", "2024-11-20");
        browser.waitForSaved();
        keycloak.logOut("officer1.stttt");
        browser.fillIn("Sau khi phiên kết thúc. ", "2024-11-20");
        browser.awaitText("đăng nhập lại");
        browser.inAnotherTab(() -> browser.entersByKeycloak("officer1.stttt", PASSWORD));
        browser.fillIn("Đã vào lại.", "2024-11-20");
        browser.waitForSaved();

        browser.openStep(CASE, "Thực hiện nhiệm vụ");
        assertThat(browser.property("textarea[name='field.result']", "value"))
                .isEqualTo("Trước khi phiên kết thúc. Sau khi phiên kết thúc. Đã vào lại.");
    }

    private void does(String person, String step, String option, @Nullable Path file) {
        browser.signInByKeycloak(person, PASSWORD);
        browser.openStep(CASE, step);
        if (!option.isEmpty()) {
            browser.choose(option);
        }
        browser.fillIn("Đã thực hiện theo kế hoạch", "2024-11-20");
        if (file != null) {
            browser.bring(file);
        }
        browser.complete();
    }

    @Test
    @Order(4)
    void signingOutEndsBothSidesAlsoFromTasklist() {
        browser.signInByKeycloak("head.stttt", PASSWORD);
        browser.click(By.cssSelector(".header__person button"));
        browser.awaitPlace("/sign-in?out");
        assertThat(browser.text("main")).contains("Bạn đã đăng xuất");
        browser.open("/");
        assertThat(browser.place()).as("asked for the password again").startsWith(keycloak.issuer());

        browser.signInByKeycloak("head.stttt", PASSWORD);
        browser.open("/camunda/app/tasklist/default/");
        browser.click(By.cssSelector(".account.dropdown > a, .account > a"));
        browser.click(By.cssSelector(".account .logout a, .account a[ng-click*='logout']"));
        browser.awaitPlace("/sign-out");
        browser.click(By.cssSelector("main form button"));
        browser.awaitPlace("/sign-in?out");
    }

    @Test
    @Order(5)
    void signingOutInKeycloakEndsTheSessionHere() {
        TasklistClient head = signIn("head.sxd");
        assertThat(head.get("/").statusCode()).isEqualTo(200);
        keycloak.logOut("head.sxd");
        await(() -> head.get(ME).statusCode() == 401);
    }

    @Test
    @Order(6)
    void whoeverIsDisabledMovedOrDemotedLosesAccessWithinAMinute() {
        String foreign = "2024/G4-01/SNV";
        String own = "2024/G4-01/SXD";
        TasklistClient disabled = signIn("officer2.snv");
        TasklistClient moved = signIn("officer1.sxd");
        TasklistClient demoted = signIn("deputy.sxd");
        assertThat(disabled.get("/").statusCode()).isEqualTo(200);
        assertThat(moved.get("/cases/" + own).statusCode()).isEqualTo(200);
        assertThat(moved.get("/cases/" + foreign).statusCode()).isEqualTo(403);
        String step = Objects.requireNonNull(demoted.tasks(own).get("task_receive"));

        Instant since = java.time.Clock.systemUTC().instant();
        keycloak.enable("officer2.snv", false);
        keycloak.leave("officer1.sxd", "/SXD/staff");
        keycloak.join("officer1.sxd", "/SNV/staff");
        keycloak.leave("deputy.sxd", "/SXD/head");
        keycloak.join("deputy.sxd", "/SXD/staff");

        await(() -> disabled.get(ME).statusCode() == 401
                && moved.get("/cases/" + own).statusCode() == 403
                && moved.get("/cases/" + foreign).statusCode() == 200
                && demoted.get("/camunda/api/engine/engine/default/task/" + step)
                                .statusCode()
                        == 404
                && demoted.tasks(own).isEmpty());
        assertThat(Duration.between(since, java.time.Clock.systemUTC().instant()))
                .isLessThanOrEqualTo(MINUTE);
        assertThat(TasklistClient.triesToSignIn(port, "officer2.snv", PASSWORD)
                        .uri()
                        .toString())
                .startsWith(keycloak.issuer());
        assertThat(directory.person("officer1.sxd").orElseThrow().groups()).containsExactly("SNV.staff");

        keycloak.enable("officer2.snv", true);
        keycloak.leave("officer1.sxd", "/SNV/staff");
        keycloak.join("officer1.sxd", "/SXD/staff");
        keycloak.leave("deputy.sxd", "/SXD/staff");
        keycloak.join("deputy.sxd", "/SXD/head");
        keepDirectory.now();
    }

    @Test
    @Order(7)
    void whileKeycloakIsDeadPeopleGoOnWorkingAndNothingTheyTypeIsLost() throws InterruptedException {
        List<String> cases = List.of("2024/G4-01/SXD", "2024/G4-01/SNV");
        List<TasklistClient> heads = List.of(signIn("head.sxd"), signIn("head.snv"));
        assertThat(heads.get(0).get("/").statusCode()).isEqualTo(200);
        assertThat(heads.get(1).get("/").statusCode()).isEqualTo(200);
        keycloak.kill();
        // until the rights would have to be renewed, and beyond
        TimeUnit.SECONDS.sleep(32);
        for (int at = 0; at < heads.size(); at++) {
            TasklistClient head = heads.get(at);
            HttpResponse<String> received = head.does(cases.get(at), "task_receive", "received", Map.of());
            assertThat(received.statusCode()).as(received.body()).isEqualTo(204);
            HttpResponse<String> assigned = head.does(cases.get(at), "task_assign", null, Map.of());
            assertThat(assigned.statusCode()).as(assigned.body()).isEqualTo(204);
            assertThat(head.get("/cases/" + cases.get(at)).statusCode()).isEqualTo(200);
        }
        assertThat(directory.members("SXD.staff"))
                .as("names do not wait for Keycloak")
                .hasSize(2);

        keycloak.start();
        TimeUnit.SECONDS.sleep(16);
        assertThat(heads.get(0).get("/").statusCode())
                .as("goes on when Keycloak is back")
                .isEqualTo(200);
        assertThat(signIn("officer1.snv").get("/").statusCode()).isEqualTo(200);
    }

    private static void await(BooleanSupplier condition) {
        Instant end = java.time.Clock.systemUTC().instant().plus(MINUTE.plusSeconds(5));
        while (!condition.getAsBoolean()) {
            if (java.time.Clock.systemUTC().instant().isAfter(end)) {
                throw new AssertionError("not within a minute");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
