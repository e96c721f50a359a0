package vn.giaoviec.audit;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.giaoviec.shared.DuringTransaction;

/**
 * The tables of ours that the running transaction has written: the ledger reads back these and no others. They are found
 * in the statements themselves, so nobody who writes a table can forget to say so.
 */
final class WrittenTables {
    private static final Pattern WRITES =
            Pattern.compile("\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private final Set<String> names = new HashSet<>();

    static void heed(String sql) {
        Matcher matcher = WRITES.matcher(sql);
        if (matcher.lookingAt() && DuringTransaction.isRunning()) {
            ofThisTransaction().names.add(matcher.group(1));
        }
    }

    static Set<String> names() {
        return Set.copyOf(ofThisTransaction().names);
    }

    private static WrittenTables ofThisTransaction() {
        return DuringTransaction.one(WrittenTables.class, WrittenTables::new);
    }
}
