package vn.giaoviec.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a person on the spine: what is done at which user task, here and at the peer.
 *
 * @param element our user task
 * @param peerElement the peer's
 * @param person who does it; {@code %s} stands for the unit
 * @param option our choice, or null
 * @param fields what is typed here
 * @param evidence whether a file is handed in
 * @param variables the same as the peer's process variables
 */
record Step(
        String element,
        String peerElement,
        String person,
        @Nullable String option,
        Map<String, String> fields,
        boolean evidence,
        Map<String, Object> variables) {
    static final String WORDS = "Nội dung thử";
    static final String OFFICE = "office1";
    static final String APPRAISER = "SKHCN";

    /** From reception to acceptance, by the security branch. */
    static List<Step> spine(String unit) {
        String officer = "officer1." + unit.toLowerCase(Locale.ROOT);
        return List.of(
                decides("task_receive", "receive", "head.%s", "receipt", "received"),
                new Step(
                        "task_assign",
                        "assign",
                        "head.%s",
                        null,
                        Map.of("officer", officer, "instruction", WORDS),
                        false,
                        Map.of("officer", officer, "instruction", WORDS)),
                decides("task_classify", "classify", "head.%s", "resourceKind", "security"),
                types("task_prepareLevelDossier", "prepare", "officer1.%s", "dossier", true),
                decides(
                        "task_appraiseLevel",
                        "appraise",
                        "head." + APPRAISER.toLowerCase(Locale.ROOT),
                        "levelAppraisal",
                        "passed"),
                types("task_approveLevel", "approve_level", "head.%s", "documentNumber", false),
                types("task_carryOut", "carry_out", "officer1.%s", "result", false),
                types("task_submit", "submit", "officer1.%s", "report", true),
                decides("task_approve", "approve", "head.%s", "approval", "approved"),
                decides("task_accept", "accept", OFFICE, "acceptance", "accepted"));
    }

    /** Two steps of one person: here reception and the step after it; at the peer to do and to approve. */
    static List<Step> two(String unit) {
        List<Step> spine = spine(unit);
        return List.of(
                new Step("task_receive", "do", "head.%s", "received", Map.of(), false, Map.of("result", WORDS)),
                new Step(
                        "task_assign",
                        "approve",
                        "head.%s",
                        null,
                        spine.get(1).fields(),
                        false,
                        Map.of("approval", "approved")));
    }

    private static Step decides(String element, String peerElement, String person, String variable, String option) {
        return new Step(element, peerElement, person, option, Map.of(), false, Map.of(variable, option));
    }

    private static Step types(String element, String peerElement, String person, String field, boolean evidence) {
        return new Step(element, peerElement, person, null, Map.of(field, WORDS), evidence, Map.of(field, WORDS));
    }

    boolean begins() {
        return element.equals("task_receive");
    }

    String doer(String unit) {
        return person.formatted(unit.toLowerCase(Locale.ROOT));
    }
}
