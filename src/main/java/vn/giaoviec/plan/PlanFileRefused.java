package vn.giaoviec.plan;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import vn.giaoviec.shared.Refusal;

/** A plan file is refused whole. It says every problem found, with file, line and reason. */
public final class PlanFileRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PlanFileRefused(String file, List<Problem> problems) {
        super("refusal.planFile", file, problems.size(), problems.get(0).line(), reason(problems.get(0)));
        this.problems = List.copyOf(problems);
    }

    /** The reason in the reader's language, as an argument of another message or to be resolved by itself. */
    static MessageSourceResolvable reason(Problem problem) {
        return new DefaultMessageSourceResolvable(
                new String[] {problem.key()}, problem.args().toArray());
    }

    /** What is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param file the file
     * @param line its line, from 1
     * @param key message key of the reason, {@code planFile.…}
     * @param args arguments of that message
     */
    public record Problem(String file, int line, String key, List<Object> args) {}
}
