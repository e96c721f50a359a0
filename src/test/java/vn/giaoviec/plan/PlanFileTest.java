package vn.giaoviec.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.PlanText;

class PlanFileTest {
    private static final WorkingDays DAYS = WorkingDays.by(Map.of());

    private static final String SOUND = PlanText.of(2024, List.of(AnAssignment.of("research")));

    @Test
    void readsPlan33AsItWasPublished() throws IOException {
        PlanDraft plan = PlanFile.read("plan-33-2024.yaml", shipped(), DAYS);
        assertThat(plan.plan().number()).isEqualTo("33/KH-UBND");
        assertThat(plan.pillars()).hasSize(3);
        assertThat(plan.targets().stream()
                        .map(Target::bullet)
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSize(20);
        assertThat(plan.targets().stream().collect(Collectors.groupingBy(Target::kind, Collectors.counting())))
                .containsEntry(Target.Kind.NUMERIC, 22L)
                .containsEntry(Target.Kind.QUALITATIVE, 1L)
                .containsEntry(Target.Kind.DIRECTION, 2L);
        assertThat(plan.groups())
                .extracting(SolutionGroup::process)
                .containsExactly("communications", "public-private", "research", "resources", "international");
    }

    @Test
    void everyShippedIndicatorHasAUnitThatReportsIt() throws IOException {
        PlanDraft plan = PlanFile.read("plan-33-2024.yaml", shipped(), DAYS);
        assertThat(plan.targets()).extracting(Target::owner).doesNotContainNull();
        assertThat(plan.targets())
                .filteredOn(target -> target.code().equals("CQ4"))
                .extracting(Target::owner)
                .containsExactly("SNV");
    }

    @Test
    void unitsThatReportPartsAreNamedOneByOneOrAsAGroup() throws IOException {
        PlanDraft plan = PlanFile.read("plan-33-2024.yaml", shipped(), DAYS);
        assertThat(plan.targets())
                .filteredOn(target -> target.code().equals("CQ6"))
                .singleElement()
                .satisfies(target -> {
                    Parts parts = Objects.requireNonNull(target.parts());
                    assertThat(parts.rule()).isEqualTo(RollUp.SUM);
                    assertThat(parts.units()).hasSize(11).contains("QUYNHON");
                });
        assertThat(PlanFile.read("plan.yaml", SOUND.getBytes(StandardCharsets.UTF_8), DAYS)
                        .targets())
                .filteredOn(target -> target.parts() != null)
                .singleElement()
                .satisfies(target ->
                        assertThat(target.parts()).isEqualTo(new Parts(RollUp.SUM, List.of("STTTT", "SNV", "SKHCN"))));
    }

    @Test
    void everyShippedAssignmentSaysThatItIsIllustrative() throws IOException {
        PlanDraft plan = PlanFile.read("plan-33-2024.yaml", shipped(), DAYS);
        assertThat(plan.assignments()).hasSizeGreaterThanOrEqualTo(40).allMatch(Assignment::illustrative);
        assertThat(plan.assignments().stream().map(Assignment::group).collect(Collectors.toSet()))
                .isEqualTo(Set.of(1, 2, 3, 4, 5));
        assertThat(plan.assignments()).anyMatch(assignment -> assignment.lead().size() >= 11);
        Set<String> supported = plan.assignments().stream()
                .flatMap(assignment -> assignment.supports().keySet().stream())
                .collect(Collectors.toSet());
        assertThat(plan.targets()).extracting(Target::code).allMatch(supported::contains);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "issuedOn: 2024-01-01|issuedOn: 2024-13-01|planFile.notADate",
                "year: 2024|year: năm nay|planFile.notANumber",
                "number: 1/KH-TEST|nummer: 1/KH-TEST|planFile.unknownKey",
                "number: 1/KH-TEST|number: ''|planFile.notAText",
                "lead: [STTTT]|lead: [SỞ-LẠ]|planFile.unknownUnit",
                "lead: [STTTT]|lead: []|planFile.noLead",
                "lead: [STTTT]|lead: STTTT|planFile.notAList",
                "{CQ6: 1}|{CQ66: 1}|planFile.unknownIndicator",
                "{CQ6: 1}|{CQ6: 0}|planFile.weight",
                "{CQ6: 1}|{}|planFile.supportsNothing",
                "group: 3|group: 9|planFile.unknownGroup",
                "kind: department|kind: ministry|planFile.notAChoice",
                "pillar: CQ,|pillar: XX,|planFile.unknownPillar",
                "owner: STTTT|owner: NOBODY|planFile.unknownUnit",
                "rollUp: sum|rollUp: most|planFile.notAChoice",
                ", rollUp: sum}|}|planFile.missing",
                "reporters: [STTTT, SNV, SKHCN], rollUp|rollUp|planFile.missing",
                "reporters: [STTTT, SNV, SKHCN]|reporters: []|planFile.rollUp",
                "reporters: [STTTT|reporters: [NOBODY|planFile.unknownUnit",
                "kind: qualitative,|kind: qualitative, reporters: [SNV], rollUp: average,|planFile.rollUp",
                "code: T-01|code: T/01|planFile.assignmentCode",
                "illustrative: true|illustrative: yes|planFile.notABoolean",
                "code: T-01|code: [T-01|planFile.notYaml",
            })
    void aMistakeIsToldWithItsLine(String right, String wrong, String problem) {
        String text = SOUND.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));
        assertThat(text).isNotEqualTo(SOUND);
        PlanFileRefused refused = catchThrowableOfType(
                PlanFileRefused.class, () -> PlanFile.read("plan.yaml", text.getBytes(StandardCharsets.UTF_8), DAYS));
        assertThat(refused.problems()).anySatisfy(found -> {
            assertThat(found.key()).isEqualTo(problem);
            assertThat(found.file()).isEqualTo("plan.yaml");
            assertThat(found.line())
                    .isPositive()
                    .isLessThanOrEqualTo((int) text.lines().count() + 1);
        });
    }

    @Test
    void theLineIsTheLineOfTheMistake() {
        String text = SOUND.replace("lead: [STTTT]", "lead: [NOBODY]");
        int expected =
                (int) text.substring(0, text.indexOf("lead: [NOBODY]")).lines().count();
        PlanFileRefused refused = catchThrowableOfType(
                PlanFileRefused.class, () -> PlanFile.read("plan.yaml", text.getBytes(StandardCharsets.UTF_8), DAYS));
        assertThat(refused.problems())
                .filteredOn(found -> found.key().equals("planFile.unknownUnit")
                        && found.args().contains("NOBODY"))
                .singleElement()
                .satisfies(found -> assertThat(found.line()).isEqualTo(expected));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        String text = SOUND.replace("{CQ6: 1}", "{CQ66: 1}").replace("group: 3", "group: 9");
        PlanFileRefused refused = catchThrowableOfType(
                PlanFileRefused.class, () -> PlanFile.read("plan.yaml", text.getBytes(StandardCharsets.UTF_8), DAYS));
        assertThat(refused.problems())
                .extracting(PlanFileRefused.Problem::key)
                .contains("planFile.unknownIndicator", "planFile.unknownGroup");
    }

    /** What is understood in part only would be a silent guess; the date that was decided settles it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quý IV và Quý II/2024|planFile.deadlineUnclear",
                "Thường xuyên, trước 30/6|planFile.deadlineDoubtful",
                "Khi cần|planFile.deadlineUnclear",
                "''|planFile.deadlineUnclear"
            })
    void aDeadlineInDoubtNeedsADecidedDate(String phrase, String problem) {
        String decided = SOUND.replace("deadline: Quý II\n", "deadline: '" + phrase + "'\n");
        assertThat(decided).isNotEqualTo(SOUND);
        assertThat(PlanFile.read("plan.yaml", decided.getBytes(StandardCharsets.UTF_8), DAYS)
                        .assignments())
                .singleElement()
                .satisfies(assignment -> assertThat(assignment.deadline()).isEqualTo(phrase))
                .satisfies(assignment -> assertThat(assignment.dueOn()).isEqualTo("2099-06-30"));
        String open = decided.replaceAll("(?m)^ *dueOn: .*\n", "");
        PlanFileRefused refused = catchThrowableOfType(
                PlanFileRefused.class, () -> PlanFile.read("plan.yaml", open.getBytes(StandardCharsets.UTF_8), DAYS));
        assertThat(refused.problems()).singleElement().satisfies(found -> assertThat(found.key())
                .isEqualTo(problem));
    }

    @Test
    void whatTheDatabaseCannotHoldIsRefusedWithItsLine() {
        String text = SOUND.replace("{vi: Báo cáo, en: Report}", "{vi: " + "á".repeat(1001) + ", en: Report}");
        PlanFileRefused refused = catchThrowableOfType(
                PlanFileRefused.class, () -> PlanFile.read("plan.yaml", text.getBytes(StandardCharsets.UTF_8), DAYS));
        assertThat(refused.problems()).singleElement().satisfies(found -> {
            assertThat(found.key()).isEqualTo("planFile.tooLong");
            assertThat(found.args()).contains(1001, 1000);
        });
    }

    @Test
    void aYearThatIsNoneIsToldBeforeDeadlinesAreReadByIt() {
        String text = SOUND.replace("year: 2024", "year: 2024202420").replace("deadline: Quý II", "deadline: Hằng năm");
        PlanFileRefused refused = catchThrowableOfType(
                PlanFileRefused.class, () -> PlanFile.read("plan.yaml", text.getBytes(StandardCharsets.UTF_8), DAYS));
        assertThat(refused.problems()).extracting(PlanFileRefused.Problem::key).contains("planFile.yearOutOfRange");
    }

    @Test
    void whatIsNoTextOrNoFileIsRefused() {
        for (byte[] content :
                List.of(new byte[0], new byte[] {(byte) 0xc3, 0x28}, "- a\n- b".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> PlanFile.read("plan.yaml", content, DAYS)).isInstanceOf(PlanFileRefused.class);
        }
    }

    /** Composed into nodes only: a class name in the file is just an unknown tag on a text. */
    @Test
    void theFileCannotNameAClass() {
        String text = SOUND.replace("number: 1/KH-TEST", "number: !!javax.script.ScriptEngineManager [x]");
        assertThatThrownBy(() -> PlanFile.read("plan.yaml", text.getBytes(StandardCharsets.UTF_8), DAYS))
                .isInstanceOf(PlanFileRefused.class);
    }

    private static byte[] shipped() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PlanFileTest.class.getResourceAsStream("/plans/plan-33-2024.yaml"))) {
            return file.readAllBytes();
        }
    }
}
