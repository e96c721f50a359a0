package vn.giaoviec.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.giaoviec.audit.proof.Rows;

/** Reads back what the running transaction has written of some cases. */
@Repository
class RowTable {
    private static final int CASES_AT_ONCE = 40;

    private final JdbcTemplate jdbc;

    RowTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What stands now in the rows that were written.
     *
     * @param touched the rows of the engine's history by table, for each case that the transaction changes
     * @param written the tables of ours that it has written
     */
    Rows.Found left(Map<String, Map<String, Set<String>>> touched, Set<String> written) {
        Rows.Found found = new Rows.Found();
        List<String> cases = List.copyOf(touched.keySet());
        for (int from = 0; from < cases.size(); from += CASES_AT_ONCE) {
            read(touched, cases.subList(from, Math.min(from + CASES_AT_ONCE, cases.size())), written, found);
        }
        return found;
    }

    private void read(
            Map<String, Map<String, Set<String>>> touched,
            Collection<String> cases,
            Set<String> written,
            Rows.Found found) {
        Map<String, Set<String>> history = new HashMap<>();
        for (String caseKey : cases) {
            touched.getOrDefault(caseKey, Map.of())
                    .forEach((table, ids) -> history.computeIfAbsent(table, any -> new TreeSet<>())
                            .addAll(ids));
        }
        Rows.Question question = Rows.after(history, cases, written);
        if (question.parameters().isEmpty()) {
            return;
        }
        jdbc.query(question.sql(), found::take, new ArrayList<>(question.parameters()).toArray());
    }
}
