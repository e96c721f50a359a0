package vn.giaoviec.shared;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule says no. It rolls back whatever was under way, is recorded by itself afterwards, and reaches the person as a
 * message that says what to do. Its key names the rule in the message bundles; bugs are not refusals.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** As both languages of the pages write a day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final String key;
    private final transient List<Object> args;
    private transient @Nullable CaseKey caseKey;

    /**
     * @param key message key, {@code refusal.…}
     * @param args arguments of the message; days are written as people write them
     */
    public Refusal(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = Stream.of(args).map(Refusal::readable).toList();
    }

    /** An argument of a message as people write it. */
    public static Object readable(Object arg) {
        return arg instanceof LocalDate day ? DAY.format(day) : arg;
    }

    /** Says which case was concerned, for the record; the first word stands. */
    public Refusal about(CaseKey concerned) {
        if (caseKey == null) {
            caseKey = concerned;
        }
        return this;
    }

    /** The case that was concerned, or null if no case was, or none is known. */
    public @Nullable CaseKey caseKey() {
        return caseKey;
    }

    /** The message key, which is also the rule's name in the audit. */
    public String key() {
        return key;
    }

    /** The arguments of the message. */
    public List<Object> args() {
        return args;
    }

    /** Nothing is stored under that name. */
    public static class NotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotFound(String key, Object... args) {
            super(key, args);
        }
    }

    /** This person may not do or see that. */
    public static class Forbidden extends Refusal {
        private static final long serialVersionUID = 1L;

        public Forbidden(String key, Object... args) {
            super(key, args);
        }
    }

    /** Nothing is refused: the person has done this before, and it is recorded. */
    public static final class AlreadyDone extends Conflict {
        private static final long serialVersionUID = 1L;

        public AlreadyDone(String key, Object... args) {
            super(key, args);
        }
    }

    /** Somebody else was faster; look again and decide. */
    public static class Conflict extends Refusal {
        private static final long serialVersionUID = 1L;

        public Conflict(String key, Object... args) {
            super(key, args);
        }
    }
}
