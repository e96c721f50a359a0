package vn.giaoviec.testing;

import java.util.List;
import java.util.Map;

/** An assignment of a test's plan, with safe defaults. */
public record AnAssignment(
        String code,
        String process,
        String appraiser,
        List<String> leads,
        List<String> coordinating,
        String dueOn,
        Map<String, Integer> supports) {

    public static AnAssignment of(String process) {
        return new AnAssignment("T-01", process, "SKHCN", List.of("STTTT"), List.of(), "2099-06-30", Map.of("CQ6", 1));
    }

    public AnAssignment code(String newCode) {
        return new AnAssignment(newCode, process, appraiser, leads, coordinating, dueOn, supports);
    }

    public AnAssignment ledBy(String... units) {
        return new AnAssignment(code, process, appraiser, List.of(units), coordinating, dueOn, supports);
    }

    public AnAssignment with(String... units) {
        return new AnAssignment(code, process, appraiser, leads, List.of(units), dueOn, supports);
    }

    public AnAssignment dueOn(String date) {
        return new AnAssignment(code, process, appraiser, leads, coordinating, date, supports);
    }

    public AnAssignment supporting(Map<String, Integer> weights) {
        return new AnAssignment(code, process, appraiser, leads, coordinating, dueOn, weights);
    }
}
