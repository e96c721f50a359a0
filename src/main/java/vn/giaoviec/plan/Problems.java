package vn.giaoviec.plan;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a plan file, collected in one reading. */
final class Problems {
    private final String file;
    private final List<PlanFileRefused.Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** For values inside an entry whose absence has already been reported. */
    static Problems ignored() {
        return new Problems("");
    }

    void add(int line, String key, Object... args) {
        found.add(new PlanFileRefused.Problem(file, line, key, List.of(args)));
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new PlanFileRefused(file, found);
        }
    }
}
