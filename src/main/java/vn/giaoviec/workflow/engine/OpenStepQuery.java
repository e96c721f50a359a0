package vn.giaoviec.workflow.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.workflow.OpenStep;

/** A waiting step with its case and its groups in one statement; by the engine's services it takes three. */
@Repository
class OpenStepQuery {
    private final JdbcClient jdbc;

    OpenStepQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param part what an execution holds about a part of its case; asked only where there are such parts */
    Optional<OpenStep> find(String taskId, Function<String, @Nullable Object> part) {
        List<Row> rows = jdbc.sql("""
                        select t.PROC_DEF_ID_, t.TASK_DEF_KEY_, t.NAME_, t.DESCRIPTION_, t.ASSIGNEE_, t.EXECUTION_ID_,
                            p.BUSINESS_KEY_, l.GROUP_ID_
                        from ACT_RU_TASK t
                        join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
                        left join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
                        where t.ID_ = ?
                        """).param(taskId).query(OpenStepQuery::read).list();
        return rows.stream().findFirst().map(first -> {
            List<String> groups = new ArrayList<>();
            for (Row row : rows) {
                if (row.group != null) {
                    groups.add(row.group);
                }
            }
            return new OpenStep(
                    taskId,
                    first.definition,
                    ProcessNames.of(first.definition),
                    first.element,
                    first.name,
                    first.description == null ? "" : first.description,
                    CaseKey.of(first.caseKey),
                    first.assignee,
                    List.copyOf(groups),
                    Parts.of(first.definition, () -> part.apply(first.execution)));
        });
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("PROC_DEF_ID_"),
                row.getString("TASK_DEF_KEY_"),
                row.getString("NAME_"),
                row.getString("DESCRIPTION_"),
                row.getString("ASSIGNEE_"),
                row.getString("EXECUTION_ID_"),
                row.getString("BUSINESS_KEY_"),
                row.getString("GROUP_ID_"));
    }

    private record Row(
            String definition,
            String element,
            String name,
            @Nullable String description,
            @Nullable String assignee,
            String execution,
            String caseKey,
            @Nullable String group) {}
}
