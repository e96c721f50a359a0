package vn.giaoviec.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.giaoviec.plan.PlanOutline;

/** Suggestions are measured on the shipped plan, whose tasks the word lists were not drawn from. */
class GuessesTest {
    private final GuessGroups groups = new GuessGroups(PlanOutline.shipped().groups());
    private final GuessIndicators indicators =
            new GuessIndicators(PlanOutline.shipped().targets());

    @Test
    void mostTasksOfTheShippedPlanPointToTheirGroupAndAnIndicator() throws IOException {
        int right = 0;
        int chosen = 0;
        int supported = 0;
        int suggested = 0;
        List<Map<String, Object>> tasks = tasks();
        for (Map<String, Object> task : tasks) {
            String title = text(task, "title");
            String deliverable = text(task, "deliverable");
            List<Guess> found = groups.guess("", title, deliverable);
            if (!found.isEmpty()) {
                chosen++;
                right += found.get(0).code().equals(String.valueOf(task.get("group"))) ? 1 : 0;
                assertThat(found.get(0).terms()).as(title).isNotEmpty();
            }
            List<Guess> named = indicators.guess(title + ". " + deliverable, "");
            suggested += named.isEmpty() ? 0 : 1;
            supported += named.stream().anyMatch(guess -> map(task, "supports").containsKey(guess.code())) ? 1 : 0;
        }
        assertThat(tasks).hasSize(58);
        assertThat(right).as("groups right of %s suggested", chosen).isGreaterThanOrEqualTo(52);
        assertThat(supported)
                .as("with a right indicator of %s suggested", suggested)
                .isGreaterThanOrEqualTo(40);
    }

    @Test
    void wordsThatSayNothingAreNoSuggestion() {
        assertThat(groups.guess("", "Việc khác", "")).isEmpty();
        assertThat(indicators.guess("Việc khác", "")).isEmpty();
    }

    @Test
    void aHeadlineSpeaksForItsTasksAndAWrittenCodeSaysAll() {
        assertThat(groups.guess("Tăng cường hợp tác quốc tế", "Làm việc với đối tác", "")
                        .get(0)
                        .code())
                .isEqualTo("5");
        assertThat(indicators.guess("Việc khác", "XH6, CQ3"))
                .extracting(Guess::code)
                .contains("XH6", "CQ3");
    }

    private static Map<?, ?> map(Map<String, Object> task, String key) {
        return (Map<?, ?>) Objects.requireNonNull(task.get(key));
    }

    private static String text(Map<String, Object> task, String key) {
        return String.valueOf(map(task, key).get("vi"));
    }

    private static List<Map<String, Object>> tasks() throws IOException {
        Map<String, List<Map<String, Object>>> plan = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(new ClassPathResource("plans/plan-33-2024.yaml").getContentAsString(StandardCharsets.UTF_8));
        return Objects.requireNonNull(plan.get("assignments"));
    }
}
