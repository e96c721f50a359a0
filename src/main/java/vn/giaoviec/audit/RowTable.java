package vn.giaoviec.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
            Map<String, Map<String, Set<String>>> some = new HashMap<>();
            cases.subList(from, Math.min(from + CASES_AT_ONCE, cases.size()))
                    .forEach(caseKey -> some.put(caseKey, touched.getOrDefault(caseKey, Map.of())));
            read(some, written, found);
        }
        return found;
    }

    /** What stands now in all rows of a case. */
    Rows.Found all(String caseKey) {
        Rows.Found found = new Rows.Found();
        Rows.Question question = Rows.of(List.of(caseKey));
        jdbc.query(
                question.sql(),
                row -> {
                    found.take(caseKey, row);
                },
                question.parameters().toArray());
        return found;
    }

    private void read(Map<String, Map<String, Set<String>>> touched, Set<String> written, Rows.Found found) {
        Rows.Question question = Rows.after(touched, written);
        if (question.parameters().isEmpty()) {
            return;
        }
        Map<String, String> owners = new HashMap<>();
        touched.forEach(
                (caseKey, tables) -> tables.values().forEach(ids -> ids.forEach(id -> owners.put(id, caseKey))));
        touched.keySet().forEach(caseKey -> owners.put(caseKey, caseKey));
        jdbc.query(
                question.sql(),
                row -> {
                    found.take(Objects.requireNonNull(owners.get(row.getString("id"))), row);
                },
                question.parameters().toArray());
    }
}
