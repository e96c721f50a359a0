package vn.giaoviec.audit.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the ledger says of the rows of some cases, to be held against the rows. */
final class Comparison {
    private static final Pattern ROW = Pattern.compile("\"([^\" ]+ [^\"]+)\":\"([^\"]+)\"");

    private final Map<String, Map<String, String>> kept = new LinkedHashMap<>();

    /** From here on the ledger vouches for the rows of a case. */
    void opened(String caseKey) {
        kept.put(caseKey, new TreeMap<>());
    }

    /** A command has left these rows; of a case that is not kept from its beginning nothing is known. */
    void left(String caseKey, String facts) {
        Map<String, String> rows = kept.get(caseKey);
        if (rows == null) {
            return;
        }
        Matcher matcher = ROW.matcher(facts);
        while (matcher.find()) {
            if (matcher.group(2).equals(Rows.NONE)) {
                rows.remove(matcher.group(1));
            } else {
                rows.put(matcher.group(1), matcher.group(2));
            }
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    Iterable<String> cases() {
        return kept.keySet();
    }

    /** Holds what is kept of each case against what was found of it. */
    void with(Rows.Found found, BiConsumer<Finding.Kind, String> differs) {
        kept.forEach((caseKey, rows) -> {
            Map<String, String> there = found.of(caseKey);
            rows.forEach((row, digest) -> {
                String now = there.remove(row);
                if (now == null) {
                    differs.accept(Finding.Kind.ROW_MISSING, place(caseKey, row));
                } else if (!now.equals(digest)) {
                    differs.accept(Finding.Kind.ROW_CHANGED, place(caseKey, row));
                }
            });
            there.keySet().forEach(row -> differs.accept(Finding.Kind.ROW_ADDED, place(caseKey, row)));
        });
        kept.clear();
    }

    private static String table(String row) {
        return row.substring(0, row.indexOf(' '));
    }

    private static String place(String caseKey, String row) {
        return Rows.byCase(table(row)) ? row : row + " (" + caseKey + ')';
    }
}
