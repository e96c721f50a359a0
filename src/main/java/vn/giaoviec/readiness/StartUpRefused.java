package vn.giaoviec.readiness;

import java.util.List;
import java.util.stream.Collectors;

/** The application does not start here. It says every problem found, not only the first. */
public final class StartUpRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public StartUpRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::key).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the checks. */
    public List<Problem> problems() {
        return problems;
    }
}
