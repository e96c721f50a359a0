package vn.giaoviec.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a plan file for a test. */
public final class PlanText {
    private static final List<String> PROCESSES =
            List.of("communications", "public-private", "research", "resources", "international");

    private PlanText() {}

    public static String of(int year, List<AnAssignment> assignments) {
        StringBuilder text = new StringBuilder("""
                plan:
                  year: %d
                  number: 1/KH-TEST
                  title: {vi: Kế hoạch thử, en: Trial plan}
                  issuer: {vi: Tỉnh, en: Province}
                  issuedOn: %d-01-01
                  aim: {vi: Mục tiêu, en: Aim}
                illustrative: {vi: Minh họa, en: Illustrative}
                units: %s
                unitGroups: []
                pillars:
                  - {code: CQ, name: {vi: Chính quyền số, en: Digital government}}
                indicators:
                  - {code: CQ6, bullet: 1, pillar: CQ, name: {vi: Đài, en: Radio}, kind: numeric, operator: "=", target: 100, unit: "%%", owner: STTTT}
                  - {code: KT4, bullet: 2, pillar: CQ, name: {vi: Hợp đồng, en: Contracts}, kind: numeric, operator: ">", target: 60, unit: "%%", owner: STTTT}
                  - {code: XH3, pillar: CQ, name: {vi: Thôn, en: Villages}, kind: numeric, operator: "=", target: 100, unit: "%%", owner: STTTT, reporters: [STTTT, SNV, SKHCN], rollUp: sum}
                  - {code: CQ1b, pillar: CQ, name: {vi: Kết nối, en: Connected}, kind: qualitative, owner: STTTT}
                  - {code: H1, name: {vi: Chỉ số, en: Index}, kind: direction, owner: SNV}
                  - {code: H2, name: {vi: Chỉ số khác, en: Another index}, kind: direction}
                solutionGroups:
                """.formatted(year, year, units(assignments)));
        String appraiser = assignments.isEmpty() ? "SKHCN" : assignments.get(0).appraiser();
        for (int number = 1; number <= PROCESSES.size(); number++) {
            text.append("  - {number: %d, process: %s, name: {vi: Nhóm, en: Group}, appraiser: %s}%n"
                    .formatted(number, PROCESSES.get(number - 1), appraiser));
        }
        text.append("assignments:").append(assignments.isEmpty() ? " []\n" : "\n");
        for (AnAssignment assignment : assignments) {
            text.append("""
                      - code: %s
                        group: %d
                        title: {vi: Nhiệm vụ thử, en: Trial assignment}
                        lead: %s
                        coordinating: %s
                        deadline: %s
                        dueOn: %s
                        deliverable: {vi: Báo cáo, en: Report}
                        illustrative: true
                        supports: {%s}
                    """.formatted(
                            assignment.code(),
                            PROCESSES.indexOf(assignment.process()) + 1,
                            assignment.leads(),
                            assignment.coordinating(),
                            assignment.deadline(),
                            assignment.dueOn(),
                            assignment.supports().entrySet().stream()
                                    .map(support -> support.getKey() + ": " + support.getValue())
                                    .collect(Collectors.joining(", "))));
        }
        return text.toString();
    }

    /** A file must name the units it uses; those the directory knows already stay as they are. */
    private static String units(List<AnAssignment> assignments) {
        return Stream.concat(
                        Stream.of("SKHCN", "STTTT", "SNV"), assignments.stream().flatMap(assignment -> Stream.of(
                                        List.of(assignment.appraiser()), assignment.leads(), assignment.coordinating())
                                .flatMap(List::stream)))
                .distinct()
                .map(code -> "{code: %s, name: {vi: %s, en: %s}, short: %s, kind: department, validFrom: 2024-01-01}"
                        .formatted(code, code, code, code))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
