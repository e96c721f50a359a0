package vn.giaoviec.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.ui.ExtendedModelMap;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** What stands beside a step's form, for whoever may open the form and nobody else. */
@EngineTest
class StepTabsPageTest {
    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    StepTabsPage page;

    private CaseDriver driver;
    private String step;

    @BeforeEach
    void aStepWithAPast() {
        driver = province.opens(AnAssignment.of("resources").supporting(Map.of("CQ6", 3)))
                .begins()
                .throughResources();
        step = driver.step("task_carryOut").taskId();
    }

    @Test
    void saysWhatTheWorkMoves() {
        assertThat(tab("officer1.stttt", "indicators").body())
                .contains("CQ6", "trọng số 3", "Khi sản phẩm được nghiệm thu", "/indicators/CQ6")
                .doesNotContain("??");
    }

    @Test
    void saysWhoDidWhatSoFar() {
        assertThat(tab("officer1.stttt", "dossier").body())
                .contains("/cases/" + driver.key(), "Phê duyệt cấp độ an toàn", "minh-chung.txt", "Đang chờ")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators", "dossier"})
    void isClosedToOtherUnitsAndGoneWithTheStep(String name) {
        assertThat(tab("officer1.snv", name).statusCode()).isEqualTo(403);
        assertThat(tab("admin1", name).statusCode()).isEqualTo(403);
        driver.does("task_carryOut");
        assertThat(tab("officer1.stttt", name).statusCode()).isEqualTo(409);
    }

    @Test
    void costsFewStatements() {
        List<String> indicators =
                Statements.during(() -> province.as("head.stttt", () -> page.indicators(step, new ExtendedModelMap())));
        List<String> dossier =
                Statements.during(() -> province.as("head.stttt", () -> page.dossier(step, new ExtendedModelMap())));
        // one of them reads the step itself
        assertThat(indicators).hasSizeBetween(1, 11);
        assertThat(dossier).hasSizeBetween(1, 11);
    }

    private HttpResponse<String> tab(String person, String name) {
        return TasklistClient.signIn(port, person).get("/steps/" + step + "/" + name);
    }
}
