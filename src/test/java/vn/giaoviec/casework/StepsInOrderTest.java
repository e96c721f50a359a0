package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** Steps that were there before their columns came stand in the same lists as those that opened since. */
@EngineTest
class StepsInOrderTest {
    private static final String WHAT_IS_LISTED = """
            select w.task_id, w.plan_year, w.solution_group, g.group_id, g.done_at,
                case when g.waits = 1 then g.decides else 0 end as decides
            from casework_work_item w
            join casework_work_item_group g on g.task_id = w.task_id
            order by w.task_id, g.group_id
            """;

    @Autowired
    Province province;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theMigrationWritesWhatOpeningAndCompletingWrite() throws IOException {
        province.opens(AnAssignment.of("resources"));
        province.opens(AnAssignment.of("resources")).does("task_receive=received");
        province.opens(AnAssignment.of("resources").with("SNV"))
                .begins()
                .does("task_classify=people", "task_draftPolicy");
        List<?> before = jdbc.queryForList(WHAT_IS_LISTED);
        assertThat(jdbc.queryForList("select distinct decides from casework_work_item_group", Integer.class))
                .containsExactlyInAnyOrder(0, 1);
        jdbc.update("update casework_work_item set plan_year = 0, solution_group = 0");
        jdbc.update("update casework_work_item_group set decides = 0, done_at = null");
        String script = new ClassPathResource("db/migration/V0060__steps_in_order.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        Arrays.stream(script.replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> statement.startsWith("update"))
                .forEach(jdbc::update);
        assertThat(jdbc.queryForList(WHAT_IS_LISTED)).isEqualTo(before);
    }
}
