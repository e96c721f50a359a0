package vn.giaoviec.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/**
 * The engine's first-run page makes an administrator for whoever comes first (CVE-2026-77226). Here nobody comes: the page
 * is behind no door, and the engine has no way to write people even if it were.
 */
@EngineTest
class FirstRunTest {
    private static final String NEWCOMER =
            "{\"profile\":{\"id\":\"boss\",\"firstName\":\"a\",\"lastName\":\"b\",\"email\":\"a@b.vn\"},"
                    + "\"credentials\":{\"password\":\"x\"}}";

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Test
    void nobodyBecomesAdministratorByThePage() {
        for (TasklistClient visitor : List.of(
                TasklistClient.nobody(port),
                TasklistClient.signIn(port, "officer1.stttt"),
                TasklistClient.signIn(port, "admin1"))) {
            for (String path : List.of(
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/setup/other/user/create",
                    "/camunda/api/admin/setup//default/user/create",
                    "/camunda/api/./admin/setup/default/user/create",
                    "/camunda/api/admin/setup/default/user/create;x=y")) {
                HttpResponse<String> answer = visitor.engine("POST", path, NEWCOMER);
                assertThat(answer.statusCode()).as(path).isBetween(302, 403);
            }
            assertThat(visitor.engine("GET", "/camunda/app/admin/default/setup/", "")
                            .statusCode())
                    .isBetween(300, 499);
        }
        assertThat(identity.createUserQuery().userId("boss").count()).isZero();
        assertThat(jdbc.sql("select count(*) from ACT_ID_USER")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theEngineWritesNoPeopleWhoeverAsks() {
        for (String person : List.of("officer1.stttt", "office1", "admin1")) {
            province.as(person, () -> assertThatThrownBy(() -> identity.saveUser(identity.newUser("boss")))
                    .isInstanceOf(RuntimeException.class));
        }
        assertThatThrownBy(() -> identity.saveUser(identity.newUser("boss"))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> identity.createMembership("officer1.stttt", "administrator"))
                .isInstanceOf(RuntimeException.class);
        assertThat(identity.createUserQuery().userId("boss").count()).isZero();
    }
}
