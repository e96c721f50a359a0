package vn.giaoviec.indicator;

import java.util.List;
import java.util.stream.Stream;
import vn.giaoviec.shared.Refusal;

/** A reading, or the decision on one, is refused. It says every mistake found, with the field it stands in. */
public final class ReadingRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ReadingRefused(List<Problem> problems) {
        super(problems.get(0).key(), problems.get(0).args().toArray());
        this.problems = List.copyOf(problems);
    }

    ReadingRefused(String field, String key, Object... args) {
        this(List.of(Problem.of(field, key, args)));
    }

    /** What is wrong, in the order of the form. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param field name of the form's field
     * @param key message key of the reason, {@code refusal.…}
     * @param args arguments of that message, as people write them
     */
    public record Problem(String field, String key, List<Object> args) {
        static Problem of(String field, String key, Object... args) {
            return new Problem(
                    field, key, Stream.of(args).map(Refusal::readable).toList());
        }
    }
}
