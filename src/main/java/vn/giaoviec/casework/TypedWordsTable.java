package vn.giaoviec.casework;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.giaoviec.shared.CaseKey;

/** Every column of ours into which people type about a case. */
@Repository
class TypedWordsTable {
    private static final String STEPS =
            "task_id in (select step.task_id from casework_work_item step where step.case_key = :case)";

    /** Each replaces whole texts of one case. */
    private static final List<String> REPLACEMENTS = List.of(
            "update casework_work_item set reason = :by where case_key = :case and reason in (:words)",
            "update casework_draft set reason = :by where reason in (:words) and " + STEPS,
            "update casework_draft_field set content = :by where content in (:words) and " + STEPS,
            "update casework_progress set note = :by where case_key = :case and note in (:words)",
            "update casework_order set reason = :by where case_key = :case and reason in (:words)",
            "update casework_extension set reason = :by where case_key = :case and reason in (:words)",
            "update casework_deadline_move set reason = :by where case_key = :case and reason in (:words)",
            "update casework_bulk_order set reason = :by where reason in (:words)"
                    + " and id in (select item.bulk_order from casework_bulk_item item where item.case_key = :case)");

    private final JdbcClient jdbc;

    TypedWordsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(CaseKey key, Collection<String> words, String by) {
        REPLACEMENTS.forEach(replacement -> jdbc.sql(replacement)
                .param("by", by)
                .param("case", key.toString())
                .param("words", words)
                .update());
    }
}
