package vn.giaoviec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import vn.giaoviec.workflow.Workflow;

/** Whatever a test did with the system, work lists hold every step that the engine holds, for the same groups and due then. */
public class ListsAreWhole implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext test) {
        ApplicationContext application = SpringExtension.getApplicationContext(test);
        JdbcClient jdbc = JdbcClient.create(application.getBean(DataSource.class));
        assertThat(jdbc.sql("""
                        select task_id, group_id, timestampadd(hour, 7, due_at) as due from casework_work_item_group
                        where waits = 1
                        """).query(ListsAreWhole::line).list())
                .as("steps in work lists")
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("""
                        select t.ID_ as task_id, l.GROUP_ID_ as group_id, t.DUE_DATE_ as due from ACT_RU_TASK t
                        join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
                        where l.GROUP_ID_ is not null
                        """).query(ListsAreWhole::line).list());
        assertThat(jdbc.sql("""
                        select w.task_id from casework_work_item w
                        join casework_case c on c.case_key = w.case_key
                        where w.plan_year <> c.plan_year or w.solution_group <> c.solution_group
                        """).query(String.class).list())
                .as("steps that are counted with another solution group")
                .isEmpty();
        assertThat(jdbc.sql("""
                        select g.task_id from casework_work_item_group g
                        join casework_work_item w on w.task_id = g.task_id
                        where coalesce(g.done_at, timestamp '2000-01-01 00:00:00')
                            <> case when w.completed_by is null then timestamp '2000-01-01 00:00:00' else w.ended_at end
                        """).query(String.class).list())
                .as("steps whose groups completed them at another time")
                .isEmpty();
        decisionsAreTold(jdbc, application.getBean(Workflow.class));
    }

    /** Approvals show what asks for a decision; the models say what does. */
    private static void decisionsAreTold(JdbcClient jdbc, Workflow workflow) {
        assertThat(jdbc.sql("""
                        select distinct w.definition, w.element, g.decides from casework_work_item_group g
                        join casework_work_item w on w.task_id = g.task_id
                        where g.waits = 1
                        """)
                        .query((row, number) -> Map.entry(
                                row.getString("definition") + " " + row.getString("element"),
                                row.getBoolean("decides")
                                        == (workflow.rule(row.getString("definition"), row.getString("element"))
                                                        .decision()
                                                != null)))
                        .list())
                .as("steps that ask for a decision, and whether they are taken for it")
                .allMatch(Map.Entry::getValue);
    }

    private static String line(ResultSet row, int number) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        return row.getString("task_id") + " " + row.getString("group_id") + " "
                + (due == null ? "" : due.toInstant().getEpochSecond());
    }
}
