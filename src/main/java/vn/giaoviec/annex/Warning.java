package vn.giaoviec.annex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know of a row or of the whole annex.
 *
 * @param severity how pressing it is
 * @param key its message, {@code annexWarning.…}
 * @param args arguments of the message; a unit's or indicator's name, a word as written, never personal data
 * @param column where it stands, or null if it concerns the row
 */
public record Warning(
        Severity severity,
        String key,
        List<Object> args,
        @Nullable AnnexColumn column) {
    static Warning of(Severity severity, String key, @Nullable AnnexColumn column, Object... args) {
        return new Warning(severity, key, List.of(args), column);
    }

    /** How pressing a warning is. */
    public enum Severity {
        /** A person must decide before the row can be taken over. */
        ERROR,
        /** A person should look. */
        WARNING,
        /** How it was understood. */
        NOTE
    }
}
