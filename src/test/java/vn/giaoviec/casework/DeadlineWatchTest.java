package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.FlowCoverage;
import vn.giaoviec.testing.Province;

/** Reminders, escalation, moves and period reports of one case; its timer is fired, never waited for. */
@EngineTest
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadlineWatchTest {
    private static final String TIMER = "timer_deadline";

    @Autowired
    private Province province;

    @Autowired
    private FlowCoverage coverage;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private WatchDeadline watch;

    @Autowired
    private RequestExtension requestExtension;

    @Autowired
    private DelegateExtensions delegateExtensions;

    @Autowired
    private SuspendCase suspendCase;

    @Autowired
    private ResumeCase resumeCase;

    @Autowired
    private CancelCase cancelCase;

    @Autowired
    private HandOver handOver;

    @Autowired
    private UrgeUnit urgeUnit;

    @Autowired
    private CaseHistory history;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private WorkingDays workingDays;

    private LocalDate monday;

    @AfterAll
    void everyFlowBesideTheCasesOwnWasTaken() {
        assertThat(coverage.untaken("extension")).isEmpty();
        assertThat(coverage.untaken("period-report")).isEmpty();
    }

    /** Far from other tests' cases, whose timers must stay where they are. */
    @BeforeEach
    void aMonday() {
        monday = clock.today().plusDays(8 - clock.today().getDayOfWeek().getValue());
    }

    @Test
    void onlyOneTimerWaitsForACaseAndItStandsAtTheFirstReminder() {
        CaseDriver open = dueOn(monday.plusDays(42));
        assertThat(open.timers()).hasSize(1);
        assertThat(watch.times(open.key()).get(0))
                .isAfter(now())
                .isEqualTo(open.timers().get(0));
    }

    private CaseDriver dueOn(LocalDate day) {
        return province.opens(AnAssignment.of("resources").dueOn(day.toString()));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), BusinessClock.ZONE);
    }

    private List<DeadlineSignalled> signalled(CaseDriver of) {
        return events.stream(DeadlineSignalled.class)
                .filter(signal -> signal.caseKey().equals(of.key()))
                .toList();
    }

    @Test
    void whatCameDueDuringADowntimeIsToldOnceToEachAudience() {
        CaseDriver late = dueOn(clock.today().minusDays(30));
        late.fires(TIMER);
        assertThat(signalled(late))
                .extracting(DeadlineSignalled::audience, DeadlineSignalled::step)
                .containsExactlyInAnyOrder(
                        tuple(Audience.HEAD, 1), tuple(Audience.PLAN_OFFICE, 3), tuple(Audience.LEADER, 7));
        assertThat(late.timers()).as("nothing is left to say").containsExactly(WatchDeadline.RESTING);
    }

    @Test
    void aDeadlineThatMovesAfterEverythingWasSaidIsWatchedAnew() {
        CaseDriver late = dueOn(clock.today().minusDays(14));
        late.fires(TIMER);
        order(() -> suspendCase.suspend(late.key(), "5/QĐ-UBND", "Chờ văn bản của bộ", UUID.randomUUID()));
        province.turns(clock.today().plusDays(42));
        order(() -> resumeCase.resume(late.key(), "6/QĐ-UBND", "Đã có văn bản", UUID.randomUUID()));
        LocalDate moved = late.now().dueOn();
        assertThat(late.timers()).containsExactly(watch.times(late.key()).get(0));
        late.fires(TIMER);
        assertThat(signalled(late))
                .filteredOn(signal -> signal.dueOn().equals(moved))
                .extracting(DeadlineSignalled::step)
                .containsExactlyInAnyOrder(1, 3, 7);
    }

    @Test
    void aUnitThatHandedInInTimeIsNotChased() {
        CaseDriver submitted = dueOn(clock.today()).begins();
        submitted.throughResources().does("task_carryOut", "task_submit");
        province.turns(clock.today().plusDays(20));
        submitted.fires(TIMER);
        assertThat(signalled(submitted)).extracting(DeadlineSignalled::audience).containsExactly(Audience.PLAN_OFFICE);
    }

    @Test
    void aUnitIsChasedAgainOnceItsProductIsSentBack() {
        CaseDriver submitted = dueOn(workingDays.onOrAfter(clock.today())).begins();
        submitted.throughResources().does("task_carryOut", "task_submit");
        province.turns(workingDays.after(submitted.now().dueOn(), 2));
        submitted.fires(TIMER);
        assertThat(signalled(submitted)).isEmpty();
        submitted.does("task_approve=returned");
        assertThat(submitted.timers()).singleElement().satisfies(time -> assertThat(time)
                .isBefore(now()));
        submitted.fires(TIMER);
        assertThat(signalled(submitted))
                .extracting(DeadlineSignalled::audience, DeadlineSignalled::step)
                .contains(tuple(Audience.HEAD, 1));
    }

    @Test
    void anExtensionMovesDatesStepsAndTimerTogetherAndTheOriginalDayStays() {
        CaseDriver open = dueOn(monday.plusDays(42)).begins();
        LocalDate before = open.now().dueOn();
        LocalDate asked = before.plusDays(21);
        ask(open, "officer1.stttt", asked);
        assertThatThrownBy(() -> ask(open, "head.stttt", asked.plusDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("refusal.extensionWaits");
        open.step("task_decideExtension").by("leader1").choosing("granted").complete();

        Case moved = open.now();
        assertThat(moved.originalDueOn()).isEqualTo(before);
        assertThat(moved.dueOn()).isEqualTo(asked);
        assertThat(moved.extensions()).isEqualTo(1);
        assertThat(open.timers())
                .hasSize(1)
                .containsExactly(watch.times(open.key()).get(0));
        assertThat(open.dueDates()).containsOnly(asked.atTime(23, 59, 59));
        assertThatThrownBy(() -> ask(open, "head.stttt", asked.plusDays(7)))
                .isInstanceOf(Refusal.class)
                .hasMessage("refusal.extensionsUsedUp");
    }

    private void ask(CaseDriver of, String person, LocalDate day) {
        province.as(person, () -> requestExtension.request(of.key(), day, "Thiếu số liệu", UUID.randomUUID()));
    }

    @Test
    void aRefusedExtensionLeavesTheOldDeadline() {
        CaseDriver open = dueOn(monday.plusDays(42));
        LocalDate before = open.now().dueOn();
        ask(open, "head.stttt", before.plusDays(3));
        open.step("task_decideExtension")
                .by("leader1")
                .choosing("refused")
                .because("Không có lý do khách quan")
                .complete();
        assertThat(open.now().dueOn()).isEqualTo(before);
        assertThat(open.now().extensions()).isZero();
    }

    @Test
    void thePlanOfficeDecidesOnlyWhileLeadersDelegateIt() {
        CaseDriver open = dueOn(monday.plusDays(42));
        ask(open, "head.stttt", open.now().dueOn().plusDays(3));
        assertThat(open.groupsOf("task_decideExtension")).containsExactly("leader");

        province.as(
                "leader1",
                () -> delegateExtensions.delegate(clock.today(), clock.today(), "12/QĐ-UBND ngày 01/3/2024"));
        CaseDriver other = dueOn(monday.plusDays(42));
        ask(other, "head.stttt", other.now().dueOn().plusDays(3));
        other.step("task_decideExtension").by("office1").choosing("granted").complete();
        assertThat(other.now().extensions()).isEqualTo(1);
    }

    @Test
    void onlyTheUnitAsksAndOnlyBeforeTheDeadlineAndWithinThePlan() {
        CaseDriver open = dueOn(monday.plusDays(42));
        LocalDate due = open.now().dueOn();
        refuses("refusal.onlyTheUnitAsks", () -> ask(open, "office1", due.plusDays(1)));
        refuses("refusal.onlyTheUnitAsks", () -> ask(open, "head.skhcn", due.plusDays(1)));
        refuses("refusal.extensionNotLater", () -> ask(open, "head.stttt", due));
        refuses(
                "refusal.extensionBeyondPlan",
                () -> ask(open, "head.stttt", LocalDate.of(open.key().year() + 1, 1, 1)));
        CaseDriver late = dueOn(clock.today().minusDays(1));
        refuses(
                "refusal.extensionTooLate",
                () -> ask(late, "head.stttt", clock.today().plusDays(3)));
    }

    private static void refuses(String key, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(Refusal.class).hasMessage(key);
    }

    @Test
    void aSuspendedCaseRestsAndItsPauseIsAddedToTheDeadline() {
        CaseDriver open = dueOn(monday.plusDays(63));
        LocalDate before = open.now().dueOn();
        LocalDate suspended = clock.today();
        order(() -> suspendCase.suspend(open.key(), "5/QĐ-UBND", "Chờ văn bản của bộ", UUID.randomUUID()));
        assertThat(open.now().state()).isEqualTo(Case.State.SUSPENDED);
        assertThatThrownBy(() -> open.does("task_receive=received")).hasMessageContaining("tạm dừng");
        province.turns(clock.today().plusDays(14));
        order(() -> resumeCase.resume(open.key(), "6/QĐ-UBND", "Đã có văn bản", UUID.randomUUID()));
        assertThat(open.now().state()).isEqualTo(Case.State.OPEN);
        assertThat(workingDays.known().between(before, open.now().dueOn()))
                .as("the working days of the pause, whatever holidays lie in it")
                .isEqualTo(workingDays.known().between(suspended, clock.today()))
                .isPositive();
        assertThat(history.moves(open.key()))
                .extracting(DeadlineMove::cause)
                .containsExactly(DeadlineMove.Cause.RESUMPTION);
        open.does("task_receive=received");
    }

    @Test
    void aPauseAddsNothingToADeadlineThatHadPassed() {
        CaseDriver late = dueOn(workingDays.onOrBefore(clock.today().minusDays(1)));
        int before = workingDays.known().between(late.now().dueOn(), clock.today());
        order(() -> suspendCase.suspend(late.key(), "5/QĐ-UBND", "Chờ văn bản của bộ", UUID.randomUUID()));
        province.turns(clock.today().plusDays(14));
        order(() -> resumeCase.resume(late.key(), "6/QĐ-UBND", "Đã có văn bản", UUID.randomUUID()));
        assertThat(workingDays.known().between(late.now().dueOn(), clock.today()))
                .as("working days late")
                .isBetween(before, before + 1);
    }

    @Test
    void silenceDuringAPauseIsNoConsent() {
        CaseDriver open = province.opens(AnAssignment.of("communications").with("VPUBND"))
                .begins()
                .does("task_draftPlan");
        LocalDateTime limit = open.limits().get(0);
        order(() -> suspendCase.suspend(open.key(), "5/QĐ-UBND", "Chờ văn bản của bộ", UUID.randomUUID()));
        province.turns(clock.today().plusDays(14));
        order(() -> resumeCase.resume(open.key(), "6/QĐ-UBND", "Đã có văn bản", UUID.randomUUID()));
        assertThat(open.limits()).singleElement().satisfies(moved -> {
            assertThat(moved).isAfter(limit);
            assertThat(moved.toLocalDate()).isAfterOrEqualTo(clock.today());
        });
        assertThat(open.waitsAt()).containsExactly("task_giveOpinion");
    }

    @Test
    void aSuspendedCaseIsResumedBeforeItIsHandedOver() {
        CaseDriver open = dueOn(monday.plusDays(42));
        order(() -> suspendCase.suspend(open.key(), "5/QĐ-UBND", "Chờ văn bản của bộ", UUID.randomUUID()));
        refuses(
                "refusal.resumeFirst",
                () -> order(() -> handOver.handOver(open.key(), "SKHCN", "8/QĐ-UBND", "Sáp nhập", UUID.randomUUID())));
        assertThat(open.now().state()).isEqualTo(Case.State.SUSPENDED);
    }

    /** Its day off counts as the working day before it, which is the deadline already. */
    @Test
    void anExtensionToTheWeekendAfterTheDeadlineIsNone() {
        LocalDate saturday = monday.plusDays(40);
        while (workingDays.onOrBefore(saturday).equals(saturday)) {
            saturday = saturday.plusDays(1); // a make-up working day
        }
        LocalDate dayOff = saturday;
        CaseDriver open = dueOn(workingDays.onOrBefore(dayOff)).begins();
        refuses("refusal.extensionNotLater", () -> ask(open, "head.stttt", dayOff));
    }

    private void order(Runnable given) {
        province.as("office1", given);
    }

    @Test
    void aCancelledCaseLeavesNothingInTheEngine() {
        CaseDriver open = dueOn(monday.plusDays(42));
        ask(open, "head.stttt", open.now().dueOn().plusDays(3));
        order(() -> cancelCase.cancel(open.key(), "7/QĐ-UBND", "Không còn phù hợp", UUID.randomUUID()));
        assertThat(open.now().state()).isEqualTo(Case.State.CANCELLED);
        assertThat(open.waitsAt()).isEmpty();
        assertThat(open.timers()).isEmpty();
        assertThat(history.steps(open.key())).allMatch(step -> step.endedAt() != null);
        assertThat(province.support(open.key().year(), "CQ6").cases()).isZero();
    }

    @Test
    void anotherUnitCarriesACaseOnWithTheSameDeadlinesAndWeight() {
        CaseDriver open = dueOn(monday.plusDays(42)).begins();
        UUID form = UUID.randomUUID();
        order(() -> handOver.handOver(open.key(), "SKHCN", "8/QĐ-UBND", "Sáp nhập", form));
        order(() -> handOver.handOver(open.key(), "SKHCN", "8/QĐ-UBND", "Sáp nhập", form));
        Case ended = open.now();
        CaseDriver next = province.drives(java.util.Objects.requireNonNull(ended.handedTo()));
        assertThat(ended.state()).isEqualTo(Case.State.HANDED_OVER);
        assertThat(next.now().handedFrom()).isEqualTo(open.key());
        assertThat(next.now().originalDueOn()).isEqualTo(ended.originalDueOn());
        assertThat(next.waitsAt()).containsExactly("task_receive");
        assertThat(province.support(open.key().year(), "CQ6").cases()).isEqualTo(1);
        assertThat(province.differences(open.key().year())).isEmpty();
        refuses(
                "refusal.unitHasItAlready",
                () -> order(() -> handOver.handOver(next.key(), "STTTT", "9/QĐ-UBND", "Trả lại", UUID.randomUUID())));
    }

    @Test
    void whoCarriesARecurringCaseOnOwesTheReportsThatAreNotAccepted() {
        LocalDate end = clock.today().plusDays(100);
        CaseDriver first = province.opens(
                AnAssignment.of("resources").deadline("Hằng tháng").dueOn(end.toString()));
        List<Period> owed = history.periods(first.key());
        assertThat(owed).hasSizeGreaterThan(2);
        province.turns(workingDays.after(owed.get(0).to(), 1));
        first.fires(TIMER);
        assertThat(first.waitsAt()).contains("task_reportPeriod");

        CaseDriver second = handedTo(first, "SKHCN");
        assertThat(spans(history.periods(second.key()))).isEqualTo(spans(owed));
        assertThat(second.now().reports()).isEqualTo(owed.size());
        second.fires(TIMER).does("task_reportPeriod", "task_approveReport=approved", "task_acceptReport=accepted");
        assertThat(province.differences(first.key().year())).isEmpty();

        CaseDriver third = handedTo(second, "VPUBND");
        assertThat(spans(history.periods(third.key()))).isEqualTo(spans(owed.subList(1, owed.size())));
        assertThat(third.now().recurs()).isTrue();
    }

    private CaseDriver handedTo(CaseDriver of, String unit) {
        order(() -> handOver.handOver(of.key(), unit, "8/QĐ-UBND", "Sáp nhập", UUID.randomUUID()));
        return province.drives(java.util.Objects.requireNonNull(of.now().handedTo()));
    }

    private static List<LocalDate> spans(List<Period> periods) {
        return periods.stream()
                .flatMap(period -> java.util.stream.Stream.of(period.from(), period.to()))
                .toList();
    }

    @Test
    void aRecurringCaseWithoutAReportLeftIsNotDoneBeforeThePlansEndEither() {
        LocalDate end = clock.today().plusDays(1);
        while (end.getDayOfMonth() == 14 || end.minusDays(1).getDayOfMonth() == 14) { // a cut-off
            end = end.plusDays(1);
            province.turns(clock.today().plusDays(1));
        }
        CaseDriver late = province.opens(
                AnAssignment.of("resources").deadline("Hằng tháng").dueOn(end.toString()));
        assertThat(late.now().reports()).isZero();
        late.begins().throughResources().does("task_carryOut", "task_submit", "task_approve=approved");
        assertThatThrownBy(() -> late.does("task_accept=accepted")).hasMessageContaining("thường xuyên");
        province.turns(end);
        late.does("task_accept=accepted");
        assertThat(province.support(late.key().year(), "CQ6").acceptedWeight()).isEqualByComparingTo("1");
        assertThat(province.differences(late.key().year())).isEmpty();
    }

    @Test
    void aLetterUrgesAndStaysWithTheCase() {
        CaseDriver open = dueOn(monday.plusDays(42));
        order(() -> urgeUnit.urge(open.key(), "10/VP-TH", "Đề nghị khẩn trương", UUID.randomUUID()));
        assertThat(history.orders(open.key())).extracting(CaseOrder::document).containsExactly("10/VP-TH");
        assertThat(events.stream(CaseUrged.class)).hasSize(1);
        refuses(
                "refusal.onlyPlanOfficeOrders",
                () -> province.as(
                        "head.stttt",
                        () -> urgeUnit.urge(open.key(), "10/VP-TH", "Đề nghị khẩn trương", UUID.randomUUID())));
    }

    @Test
    void aLateProductIsHandedInOnlyWithAReason() {
        CaseDriver late = dueOn(clock.today().minusDays(3)).begins();
        late.throughResources().does("task_carryOut");
        assertThatThrownBy(() ->
                        late.step("task_submit").with("latenessReason", "").complete())
                .hasMessageContaining("lý do chậm");
        late.step("task_submit").with("latenessReason", "Chờ ý kiến").complete();
        assertThat(late.waitsAt()).containsExactly("task_approve");
    }

    @Test
    void theDeadlineInsideTheUnitIsNeverLaterThanTheOneFromAbove() {
        CaseDriver open = dueOn(monday.plusDays(42)).does("task_receive=received");
        LocalDate due = open.now().dueOn();
        assertThatThrownBy(() -> open.step("task_assign")
                        .with("internalDueOn", due.plusDays(1).toString())
                        .complete())
                .hasMessageContaining("Hạn nội bộ");
        open.step("task_assign")
                .with("internalDueOn", due.minusDays(5).toString())
                .complete();
        assertThat(open.now().internalDueOn()).isEqualTo(due.minusDays(5));
        assertThat(open.now().dueOn()).isEqualTo(due);
    }

    @Test
    void aRecurringCaseReportsPerPeriodAndIsNotDoneBeforeThePlansEnd() {
        int year = clock.today().getYear();
        LocalDate end = LocalDate.of(year, 12, 31);
        CaseDriver recurring =
                province.opens(AnAssignment.of("resources").deadline("Hằng quý").dueOn(end.toString()));
        int reports = recurring.now().reports();
        assertThat(reports).isBetween(1, 4);
        recurring.begins().throughResources().does("task_carryOut");
        assertThatThrownBy(() -> recurring.does("task_submit")).hasMessageContaining("báo cáo kỳ");

        List<Period> periods = history.periods(recurring.key());
        province.turns(periods.get(reports - 1).to().plusDays(5));
        recurring.fires(TIMER);
        for (int report = 1; report <= reports; report++) {
            recurring.does("task_reportPeriod", "task_approveReport=returned");
            assertThat(history.periods(recurring.key()))
                    .as("a returned report is owed again")
                    .noneMatch(period -> period.submittedAt() != null && !period.isAccepted());
            recurring
                    .does("task_reportPeriod")
                    .does("task_approveReport=approved", "task_acceptReport=returned", "task_reportPeriod")
                    .does("task_approveReport=approved", "task_acceptReport=accepted");
        }
        assertThat(province.differences(recurring.key().year())).isEmpty();
        assertThat(province.support(recurring.key().year(), "CQ6").acceptedWeight())
                .isEqualByComparingTo("1");
        recurring.does("task_submit", "task_approve=approved");
        if (clock.today().isBefore(end)) {
            assertThatThrownBy(() -> recurring.does("task_accept=accepted")).hasMessageContaining("thường xuyên");
            province.turns(end);
        }
        recurring.does("task_accept=accepted");
        assertThat(recurring.now().state()).isEqualTo(Case.State.COMPLETED);
        assertThat(province.support(recurring.key().year(), "CQ6").acceptedWeight())
                .isEqualByComparingTo("1");
        assertThat(recurring.timers()).isEmpty();
    }
}
