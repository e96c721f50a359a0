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
        String deadline,
        Map<String, Integer> supports) {

    public static AnAssignment of(String process) {
        return new AnAssignment(
                "T-01", process, "SKHCN", List.of("STTTT"), List.of(), "2099-06-30", "Quý II", Map.of("CQ6", 1));
    }

    /** One with what figures are made of. */
    public static AnAssignment due(String code, String unit, String day, Map<String, Integer> supports) {
        return of("resources").code(code).ledBy(unit).supporting(supports).dueOn(day);
    }

    public AnAssignment code(String newCode) {
        return new AnAssignment(newCode, process, appraiser, leads, coordinating, dueOn, deadline, supports);
    }

    public AnAssignment ledBy(String... units) {
        return new AnAssignment(code, process, appraiser, List.of(units), coordinating, dueOn, deadline, supports);
    }

    public AnAssignment with(String... units) {
        return new AnAssignment(code, process, appraiser, leads, List.of(units), dueOn, deadline, supports);
    }

    public AnAssignment dueOn(String date) {
        return new AnAssignment(code, process, appraiser, leads, coordinating, date, deadline, supports);
    }

    public AnAssignment supporting(Map<String, Integer> weights) {
        return new AnAssignment(code, process, appraiser, leads, coordinating, dueOn, deadline, weights);
    }

    /** The deadline as the plan's words say it. */
    public AnAssignment deadline(String words) {
        return new AnAssignment(code, process, appraiser, leads, coordinating, dueOn, words, supports);
    }
}
