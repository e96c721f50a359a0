package vn.giaoviec.audit;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.audit.proof.Rows;

/** A fact of the running command, not written yet. */
record Happening(
        @Nullable String caseKey,
        String action,
        boolean refused,
        String facts,
        @Nullable String actingFor) {
    Happening(@Nullable String caseKey, String action, boolean refused, String facts) {
        this(caseKey, action, refused, facts, null);
    }

    /** What stands in the rows of a case, by table and number. */
    static Happening rowsLeft(String caseKey, Map<String, String> digests) {
        // names of tables, numbers and Base64: nothing here wants an escape
        String rows = digests.entrySet().stream()
                .map(row -> '"' + row.getKey() + "\":\"" + row.getValue() + '"')
                .collect(Collectors.joining(",", "{\"rows\":{", "}}"));
        return new Happening(caseKey, Rows.FACT, false, rows);
    }
}
