package vn.giaoviec.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.audit.EraseWords;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.DelegateExtensions;
import vn.giaoviec.casework.ReopenCase;
import vn.giaoviec.casework.RequestExtension;
import vn.giaoviec.casework.WorkItem;
import vn.giaoviec.indicator.DecideReading;
import vn.giaoviec.indicator.RecordReading;
import vn.giaoviec.indicator.TypedReading;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.Absence;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** Four eyes stay four, whoever stands in for whom. */
@EngineTest
class FourEyesInAbsenceTest {
    private static final String[] TO_THE_SUBMISSION = {
        "task_classify=security",
        "task_prepareLevelDossier",
        "task_appraiseLevel=passed",
        "task_approveLevel",
        "task_carryOut"
    };

    @Autowired
    Province province;

    @Autowired
    Absence absence;

    @Autowired
    AuditLog audit;

    @Autowired
    CaseHistory history;

    @Autowired
    RequestExtension requestExtension;

    @Autowired
    DelegateExtensions delegateExtensions;

    @Autowired
    ReopenCase reopenCase;

    @Autowired
    RecordReading recordReading;

    @Autowired
    DecideReading decideReading;

    @Autowired
    EraseWords eraseWords;

    @Autowired
    BusinessClock clock;

    @AfterEach
    void everybodyIsBack() {
        absence.nobody();
    }

    /**
     * What happens before, in order: somebody leaves ({@code person>substitute:SCOPE}), comes back ({@code <person}), or
     * does a step ({@code step=choice@person}); who then tries what, and the rule that refuses, or in whose name it is done.
     */
    static Stream<Arguments> constellations() {
        return Stream.of(
                Arguments.of(
                        "the submitter approves for the head",
                        List.of("task_submit", "head.stttt>officer1.stttt:HEAD"),
                        "task_approve=approved@officer1.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "who submitted for the officer approves for the head",
                        List.of(
                                "officer1.stttt>officer2.stttt:OWN",
                                "task_submit@officer2.stttt",
                                "head.stttt>officer2.stttt:HEAD"),
                        "task_approve=approved@officer2.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "the officer in whose name it was submitted approves for the head",
                        List.of(
                                "officer1.stttt>officer2.stttt:OWN",
                                "task_submit@officer2.stttt",
                                "<officer1.stttt",
                                "head.stttt>officer1.stttt:HEAD"),
                        "task_approve=approved@officer1.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "the deputy stands in for the submitter and approves as deputy",
                        List.of("task_submit", "officer1.stttt>deputy.stttt:OWN"),
                        "task_approve=approved@deputy.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "who stands in for the submitter approves for the head",
                        List.of("task_submit", "officer1.stttt>officer2.stttt:OWN", "head.stttt>officer2.stttt:HEAD"),
                        "task_approve=approved@officer2.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "the deputy submitted for the officer and approves as deputy",
                        List.of("officer1.stttt>deputy.stttt:OWN", "task_submit@deputy.stttt", "<officer1.stttt"),
                        "task_approve=approved@deputy.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "the deputy who may not approve has another approve in the own name",
                        List.of("task_submit", "officer1.stttt>deputy.stttt:OWN", "deputy.stttt>officer2.stttt:HEAD"),
                        "task_approve=approved@officer2.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "a substitute's substitute has nothing",
                        List.of("officer1.stttt>officer2.stttt:OWN", "officer2.stttt>head.stttt:OWN"),
                        "task_submit@head.stttt",
                        "refusal.notYourStep"),
                Arguments.of(
                        "who carried it out approves for the head what a colleague submitted",
                        List.of("task_submit@@officer2.stttt", "head.stttt>officer1.stttt:HEAD"),
                        "task_approve=approved@officer1.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "who carried it out for another approves what that one submitted",
                        List.of(
                                "task_submit",
                                "task_approve=returned",
                                "officer1.stttt>deputy.stttt:OWN",
                                "task_carryOut@deputy.stttt",
                                "<officer1.stttt",
                                "task_submit@officer1.stttt"),
                        "task_approve=approved@deputy.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "it is submitted again, and the substitute of the first time approves for the head",
                        List.of(
                                "officer1.stttt>officer2.stttt:OWN",
                                "task_submit@officer2.stttt",
                                "task_approve=returned",
                                "<officer1.stttt",
                                "task_carryOut",
                                "task_submit",
                                "head.stttt>officer2.stttt:HEAD"),
                        "task_approve=approved@officer2.stttt",
                        "refusal.fourEyes"),
                Arguments.of(
                        "the substitution ended meanwhile",
                        List.of("task_submit", "head.stttt>officer2.stttt:HEAD", "<head.stttt"),
                        "task_approve=approved@officer2.stttt",
                        "refusal.substitutionHasEnded"),
                Arguments.of(
                        "a colleague approves for the head",
                        List.of("task_submit", "head.stttt>officer2.stttt:HEAD"),
                        "task_approve=approved@officer2.stttt",
                        "head.stttt"),
                Arguments.of(
                        "a colleague submits for the officer",
                        List.of("officer1.stttt>officer2.stttt:OWN"),
                        "task_submit@officer2.stttt",
                        "officer1.stttt"),
                Arguments.of(
                        "the head approves what the officer's substitute submitted",
                        List.of("officer1.stttt>officer2.stttt:OWN", "task_submit@officer2.stttt"),
                        "task_approve=approved@head.stttt",
                        ""),
                Arguments.of(
                        "the head approves what the own substitute submitted in the own name",
                        List.of("head.stttt>officer1.stttt:HEAD", "task_submit"),
                        "task_approve=approved@head.stttt",
                        ""),
                Arguments.of(
                        "the deputy no longer stands in for the submitter",
                        List.of("officer1.stttt>deputy.stttt:OWN", "<officer1.stttt", "task_submit"),
                        "task_approve=approved@deputy.stttt",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("constellations")
    void inACase(String what, List<String> before, String attempt, String outcome) {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins().does(TO_THE_SUBMISSION);
        before.forEach(happening -> happens(work, happening));
        if (!outcome.startsWith("refusal.")) {
            step(work, attempt).complete();
            WorkItem done = lastDone(work);
            assertThat(done.completedBy()).isEqualTo(attempt.split("@", -1)[1]);
            assertThat(done.actingFor()).isEqualTo(outcome.isEmpty() ? null : outcome);
            return;
        }
        refused(work, attempt, outcome);
    }

    @Test
    void theHeadDoesNotApproveWhatTheSubstituteSubmittedInTheirName() {
        province.promotes("head.stttt", "STTTT.staff");
        try {
            CaseDriver work =
                    province.opens(AnAssignment.of("resources")).begins().does(TO_THE_SUBMISSION);
            work.step("task_submit").handedTo("head.stttt");
            absence.begins("head.stttt>officer2.stttt:OWN", 3);
            work.step("task_submit").by("officer2.stttt").complete();
            assertThat(lastDone(work).actingFor()).isEqualTo("head.stttt");
            refused(work, "task_approve=approved@head.stttt", "refusal.fourEyes");
        } finally {
            province.demotes("head.stttt", "STTTT.staff");
        }
    }

    @Test
    void thePlanOfficeDoesNotAcceptForWhomItStandsIn() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins().does(TO_THE_SUBMISSION);
        work.does("task_submit");
        step(work, "task_approve=approved@head.stttt").complete();
        province.promotes("head.stttt", "plan-office");
        try {
            absence.begins("head.stttt>office1:OWN", 3);
            refused(work, "task_accept=accepted@office1", "refusal.fourEyes");
            step(work, "task_accept=accepted@office2").complete();
        } finally {
            province.demotes("head.stttt", "plan-office");
        }
    }

    @Test
    void whoStandsInForWhoAskedForMoreTimeDoesNotGiveIt() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins();
        province.as(
                "leader1",
                () -> delegateExtensions.delegate(clock.today(), clock.today().plusDays(30), "13/QĐ-UBND"));
        LocalDate later = work.now().dueOn().plusDays(30);
        province.as("head.stttt", () -> requestExtension.request(work.key(), later, "Chờ kết quả", UUID.randomUUID()));
        province.promotes("head.stttt", "plan-office");
        try {
            absence.begins("head.stttt>office1:OWN", 3);
            refused(work, "task_decideExtension=granted@office1", "refusal.ownExtension");
            step(work, "task_decideExtension=granted@office2").complete();
        } finally {
            province.demotes("head.stttt", "plan-office");
        }
    }

    @Test
    void whoStandsInForWhoEnteredAReadingDoesNotDecideOnIt() {
        int year = province.imports();
        Map<String, String> typed = Map.of("calculation", "STOCK", "asOf", "2020-12-31", "value", "1", "source", "x");
        long reading = province.as("officer1.stttt", () -> recordReading.record(year, "CQ6", TypedReading.of(typed)));
        absence.begins("officer1.stttt>deputy.stttt:OWN", 3);
        absence.begins("head.stttt>officer2.stttt:HEAD", 3);
        decides("deputy.stttt", year, reading, "refusal.readingFourEyes");
        // an office is not stood in for, only its steps
        decides("officer2.stttt", year, reading, "refusal.readingOnlyHeadsDecide");
        province.as("head.stttt", () -> decideReading.decide(year, "CQ6", reading, "approved", ""));
    }

    private void decides(String person, int year, long reading, String refusal) {
        assertThatThrownBy(() -> province.as(person, () -> decideReading.decide(year, "CQ6", reading, "approved", "")))
                .isInstanceOf(Refusal.Forbidden.class)
                .extracting(refused -> ((Refusal) refused).key())
                .isEqualTo(refusal);
    }

    @Test
    void whoStandsInForWhoAskedForAnErasureDoesNotDecideOnIt() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins();
        work.does("task_classify=security");
        Entry entry = audit.of(work.key()).stream()
                .filter(eraseWordsOffered()::contains)
                .findFirst()
                .orElseThrow();
        province.as(
                "office1",
                () -> eraseWords.ask(
                        entry.id(), eraseWords.offer(entry.id()).texts().keySet(), "1/QĐ", "Ghi nhầm"));
        province.promotes("office2", "leader");
        try {
            absence.begins("office1>office2:OWN", 3);
            long erasure = province.as("office1", () -> eraseWords.all().stream()
                    .filter(asked -> asked.entry() == entry.id())
                    .findFirst()
                    .orElseThrow()
                    .id());
            assertThatThrownBy(() -> province.as("office2", () -> eraseWords.decide(erasure, true)))
                    .isInstanceOf(Refusal.Forbidden.class)
                    .hasMessage("refusal.erasure.own");
            province.as("leader1", () -> eraseWords.decide(erasure, false));
        } finally {
            province.demotes("office2", "leader");
        }
    }

    @Test
    void afterAReopeningItIsTheNewSubmissionThatCounts() {
        CaseDriver work = province.opens(AnAssignment.of("resources")).begins().does(TO_THE_SUBMISSION);
        work.does("task_submit", "task_approve=approved", "task_accept=accepted");
        absence.begins("head.stttt>officer2.stttt:HEAD", 3);
        assertThatThrownBy(() -> province.as(
                        "officer2.stttt", () -> reopenCase.reopen(work.key(), "Thiếu biên bản", UUID.randomUUID())))
                .isInstanceOf(Refusal.Forbidden.class);
        province.as("office1", () -> reopenCase.reopen(work.key(), "Thiếu biên bản", UUID.randomUUID()));
        work.begins().does(TO_THE_SUBMISSION);
        absence.begins("officer1.stttt>officer2.stttt:OWN", 3);
        step(work, "task_submit@officer2.stttt").complete();
        refused(work, "task_approve=approved@officer2.stttt", "refusal.fourEyes");
        step(work, "task_approve=approved@deputy.stttt").complete();
    }

    private List<Entry> eraseWordsOffered() {
        return audit.after(0).stream()
                .filter(one -> eraseWords.among(List.of(one)).contains(one.id()))
                .toList();
    }

    private void happens(CaseDriver work, String happening) {
        if (happening.startsWith("<")) {
            absence.ends(happening.substring(1));
        } else if (happening.contains(">")) {
            absence.begins(happening, 3);
        } else {
            step(work, happening).complete();
        }
    }

    /** {@code step=choice@person}; with two at-signs the step is handed to that person first. */
    private static CaseDriver.Step step(CaseDriver work, String words) {
        String[] parts = words.split("@", -1);
        String[] choice = parts[0].split("=", -1);
        CaseDriver.Step step = work.step(choice[0]);
        if (choice.length > 1) {
            step.choosing(choice[1]);
        }
        if (parts.length == 2) {
            step.by(parts[1]);
        } else if (parts.length == 3) {
            step.handedTo(parts[2]);
        }
        return step;
    }

    private static void refused(CaseDriver work, String attempt, String rule) {
        assertThatThrownBy(step(work, attempt)::complete)
                .satisfies(failure -> assertThat(ruleOf(failure)).isEqualTo(rule));
        assertThat(work.waitsAt()).contains(attempt.split("[=@]", -1)[0]);
    }

    /** The refusal, however the engine has wrapped it. */
    private static String ruleOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(Refusal.class::isInstance)
                .map(refusal -> ((Refusal) refusal).key())
                .findFirst()
                .orElseThrow(() -> new AssertionError(failure));
    }

    private WorkItem lastDone(CaseDriver work) {
        return history.steps(work.key()).stream()
                .filter(item -> item.completedBy() != null)
                .max(Comparator.comparing(WorkItem::endedAt))
                .orElseThrow();
    }
}
