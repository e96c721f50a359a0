package vn.giaoviec.workflow.engine;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Columns;

/** Each sequence flow a case has taken, in order: what the diagram is painted from, and what path coverage counts. */
@Repository
class FlowTable {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FlowTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void taken(List<Taken> flows) {
        batches.batchUpdate(
                "insert into workflow_flow_taken (case_key, definition, flow, taken_at) values (?, ?, ?, ?)",
                flows.stream()
                        .map(flow ->
                                new Object[] {flow.key.toString(), flow.definition, flow.flow, Columns.utc(flow.at)})
                        .toList());
    }

    /** Which flows the case has taken, by process definition in the order of first use. */
    List<TakenFlow> of(CaseKey key) {
        return jdbc.sql("select definition, flow from workflow_flow_taken where case_key = ? order by id")
                .param(key.toString())
                .query((row, number) -> new TakenFlow(row.getString("definition"), row.getString("flow")))
                .list();
    }

    /**
     * @param definition the process definition
     * @param flow the sequence flow's id
     */
    record TakenFlow(String definition, String flow) {}

    /**
     * A flow that a case takes now.
     *
     * @param key the case
     * @param definition the process definition
     * @param flow the sequence flow's id
     * @param at when
     */
    record Taken(CaseKey key, String definition, String flow, Instant at) {}
}
