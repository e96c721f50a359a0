package vn.giaoviec.plan;

import java.util.List;
import java.util.stream.Collectors;
import vn.giaoviec.shared.Refusal;

/** A plan file is refused whole. It says every problem found, with file, line and reason. */
public final class PlanFileRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    PlanFileRefused(String file, List<Problem> problems) {
        super(
                "refusal.planFile",
                file,
                problems.size(),
                problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
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
    public record Problem(String file, int line, String key, List<Object> args) {
        @Override
        public String toString() {
            return file + ":" + line + " " + key + args;
        }
    }
}
