package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.CalendarDay;
import vn.giaoviec.calendar.CalendarYears;
import vn.giaoviec.calendar.ChangeDays;
import vn.giaoviec.calendar.ChangePreview;
import vn.giaoviec.calendar.DayChange;
import vn.giaoviec.calendar.Moved;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;

/** A day that becomes a day off moves what is due on it, everywhere at once, and back when it is taken back. */
@EngineTest
class MovesWithDaysTest {
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d/M/yyyy");
    /** Where no other test's case is due. */
    private static final LocalDate FRIDAY =
            LocalDate.of(2071, 8, 10).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));

    private static final LocalDate THURSDAY = FRIDAY.minusDays(1);

    @Autowired
    private Province province;

    @Autowired
    private ChangeDays changeDays;

    @Autowired
    private CalendarYears years;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private OpenCases openCases;

    @Autowired
    private WatchDeadline watch;

    @Autowired
    private RequestExtension requestExtension;

    @Autowired
    private SuspendCase suspendCase;

    @Autowired
    private ResumeCase resumeCase;

    @Autowired
    private CaseHistory history;

    @Autowired
    private BusinessClock clock;

    private final List<CalendarDay> before = new ArrayList<>();

    @AfterEach
    void theCalendarIsAsItWas() {
        List<CalendarDay> all = new ArrayList<>(before);
        before.clear();
        Collections.reverse(all);
        all.stream().filter(day -> !stored(day.day()).equals(day)).forEach(this::apply);
    }

    @Test
    void deadlineStepsAndTimerMoveTogetherAndBack() {
        CaseDriver open = dueOn(FRIDAY).begins();
        assertThat(open.now().dueOn()).isEqualTo(FRIDAY);
        List<Moved> shown = off(FRIDAY);
        assertThat(of(open, shown)).singleElement().satisfies(moved -> {
            assertThat(moved.kind()).isEqualTo("moved.deadline");
            assertThat(moved.from()).isEqualTo(FRIDAY);
            assertThat(moved.to()).isEqualTo(THURSDAY);
            assertThat(moved.workingDays()).isEqualTo(-1);
        });
        standsAt(open, THURSDAY);
        assertThat(open.now().originalDueOn()).isEqualTo(FRIDAY);
        assertThat(history.moves(open.key())).singleElement().satisfies(move -> {
            assertThat(move.cause()).isEqualTo(DeadlineMove.Cause.CALENDAR);
            assertThat(move.reason()).contains(FRIDAY.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")), "Bão");
            assertThat(move.by()).isEqualTo("office1");
        });

        assertThat(of(open, plain(FRIDAY)))
                .extracting(Moved::to, Moved::workingDays)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FRIDAY, 1));
        standsAt(open, FRIDAY);
    }

    private void standsAt(CaseDriver open, LocalDate day) {
        assertThat(open.now().dueOn()).isEqualTo(day);
        assertThat(open.dueDates()).containsOnly(day.atTime(23, 59, 59));
        assertThat(open.timers()).containsExactly(watch.times(open.key()).get(0));
        assertThat(open.timers().get(0).toLocalDate()).isEqualTo(workingDays.before(day, 7));
    }

    @Test
    void aMakeUpSaturdayTakesADeadlineThatTheWordsSetOnIt() {
        LocalDate saturday = FRIDAY.plusDays(1);
        CaseDriver open = dueOn(FRIDAY, saturday);
        change(new CalendarDay(saturday, CalendarDay.Kind.WORK, "Làm bù", true));
        standsAt(open, saturday);
        plain(saturday);
        standsAt(open, FRIDAY);
    }

    @Test
    void aReminderMovesAlthoughTheDeadlineStays() {
        CaseDriver open = dueOn(FRIDAY);
        LocalDate between = FRIDAY.minusDays(2);
        LocalDate reminder = workingDays.before(FRIDAY, 7);
        assertThat(of(open, off(between)))
                .extracting(Moved::kind, Moved::from, Moved::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("moved.reminder", reminder, workingDays.before(FRIDAY, 7)));
        assertThat(workingDays.before(FRIDAY, 7)).isBefore(reminder);
        standsAt(open, FRIDAY);
        assertThat(history.moves(open.key())).isEmpty();
    }

    @Test
    void aDayThatADecisionSetMovesFromThatDay() {
        CaseDriver open = dueOn(FRIDAY.minusDays(7));
        province.as(
                "head.stttt", () -> requestExtension.request(open.key(), FRIDAY, "Thiếu số liệu", UUID.randomUUID()));
        open.step("task_decideExtension").by("leader1").choosing("granted").complete();
        standsAt(open, FRIDAY);
        off(FRIDAY);
        standsAt(open, THURSDAY);
        assertThat(open.now().setDueOn()).isEqualTo(FRIDAY);
        plain(FRIDAY);
        standsAt(open, FRIDAY);
        assertThat(open.now().extensions()).isEqualTo(1);
    }

    @Test
    void aDeadlineThatStandsElsewhereStays() {
        CaseDriver open = dueOn(FRIDAY, FRIDAY.plusDays(20));
        assertThat(of(open, off(FRIDAY))).extracting(Moved::kind).doesNotContain("moved.deadline");
        assertThat(open.now().dueOn()).isEqualTo(FRIDAY);
    }

    @Test
    void theUnitsOwnDeadlineIsNeverLater() {
        CaseDriver open = dueOn(FRIDAY).does("task_receive=received");
        open.step("task_assign").with("internalDueOn", FRIDAY.toString()).complete();
        off(FRIDAY);
        assertThat(open.now().internalDueOn()).isEqualTo(THURSDAY);
    }

    @Test
    void aSuspendedCaseMovesAndGoesOnLater() {
        CaseDriver open = dueOn(FRIDAY);
        province.as("office1", () -> suspendCase.suspend(open.key(), "5/QĐ-UBND", "Chờ văn bản", UUID.randomUUID()));
        off(FRIDAY);
        assertThat(open.now().dueOn()).isEqualTo(THURSDAY);
        assertThat(open.now().state()).isEqualTo(Case.State.SUSPENDED);
        province.as("office1", () -> resumeCase.resume(open.key(), "6/QĐ-UBND", "Đã có văn bản", UUID.randomUUID()));
        standsAt(open, THURSDAY);
        open.does("task_receive=received");
    }

    @Test
    void anAnswerThatIsDueInFiveWorkingDaysGetsADayMore() {
        CaseDriver campaign = province.opens(AnAssignment.of("communications").with("VPUBND"))
                .begins()
                .does("task_draftPlan");
        LocalDate due = workingDays.after(clock.today(), 5);
        List<Moved> shown = off(workingDays.after(clock.today(), 2));
        LocalDate later = workingDays.after(clock.today(), 5);
        assertThat(later).isAfter(due);
        assertThat(of(campaign, shown))
                .contains(new Moved(
                        "moved.consultation", campaign.key().toString(), title(shown, campaign), due, later, 1));
        assertThat(campaign.dueDates()).contains(later.atTime(23, 59, 59)).doesNotContain(due.atTime(23, 59, 59));
        assertThat(campaign.limits()).containsExactly(later.atTime(23, 59, 59));
        theCalendarIsAsItWas();
        assertThat(campaign.limits()).containsExactly(due.atTime(23, 59, 59));
    }

    private static vn.giaoviec.shared.Text title(List<Moved> shown, CaseDriver of) {
        return of(of, shown).get(0).title();
    }

    @Test
    void anAnswerGivenBetweenLookAndAgreementStopsTheChange() {
        CaseDriver campaign = province.opens(AnAssignment.of("communications").with("VPUBND"))
                .begins()
                .does("task_draftPlan");
        CalendarDay day = new CalendarDay(workingDays.after(clock.today(), 2), CalendarDay.Kind.OFF, "Bão số 3", true);
        ChangePreview preview = province.as("office1", () -> changeDays.preview(List.of(day)));
        assertThat(of(campaign, preview.moved())).extracting(Moved::kind).contains("moved.consultation");
        campaign.does("task_giveOpinion=agreed");
        assertThatThrownBy(() ->
                        province.as("office1", () -> changeDays.apply(List.of(day), preview.seen(), UUID.randomUUID())))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessage("refusal.calendarChanged");
        assertThat(workingDays.isWorked(day.day())).isTrue();
    }

    @Test
    void thePlanThatIsNotIssuedYetMovesToo() {
        AnAssignment assignment =
                AnAssignment.of("resources").deadline(FRIDAY.format(WORDS)).dueOn(FRIDAY.toString());
        int year = province.imports(assignment);
        assertThat(off(FRIDAY))
                .filteredOn(moved -> moved.kind().equals("moved.planned"))
                .extracting(Moved::what, Moved::from, Moved::to)
                .contains(org.assertj.core.groups.Tuple.tuple(assignment.code(), FRIDAY, THURSDAY));
        province.as("office1", () -> openCases.issue(year));
        CaseDriver open = province.drives(new CaseKey(year, assignment.code(), "STTTT"));
        standsAt(open, THURSDAY);
        plain(FRIDAY);
        standsAt(open, FRIDAY);
    }

    @Test
    void manyCasesAreLookedAtInAsManyStatementsAsFew() {
        CalendarDay day = new CalendarDay(FRIDAY, CalendarDay.Kind.OFF, "Bão số 3", true);
        AnAssignment recurring = AnAssignment.of("resources")
                .deadline("Hằng quý, đến hết ngày " + FRIDAY.format(WORDS))
                .dueOn(FRIDAY.toString());
        province.issues(recurring);
        List<String> few = Statements.during(() -> province.as("office1", () -> changeDays.preview(List.of(day))));
        province.issues(recurring.ledBy("STTTT", "SKHCN", "VPUBND", "SNV"));
        List<String> many = Statements.during(() -> province.as("office1", () -> changeDays.preview(List.of(day))));
        assertThat(few).isNotEmpty();
        assertThat(many.size() - few.size())
                .as("only the plan of the year more is read: %s", many)
                .isLessThanOrEqualTo(8);
    }

    @Test
    void aPeriodReportIsDueADayEarlier() {
        int year = clock.today().getYear() + 1;
        CaseDriver recurring = province.opens(AnAssignment.of("resources")
                        .deadline("Hằng quý, đến hết năm " + year)
                        .dueOn(LocalDate.of(year, 12, 31).toString()))
                .begins()
                .throughResources();
        Period first = history.periods(recurring.key()).get(0);
        province.turns(workingDays.after(first.to(), 1));
        recurring.fires("timer_deadline");
        LocalDate due = java.util.Objects.requireNonNull(
                history.periods(recurring.key()).get(0).dueOn());
        LocalDate earlier = workingDays.before(due, 1);
        List<Moved> shown = off(due);
        assertThat(of(recurring, shown))
                .extracting(Moved::kind, Moved::from, Moved::to)
                .contains(org.assertj.core.groups.Tuple.tuple("moved.report", due, earlier));
        assertThat(history.periods(recurring.key()).get(0).dueOn()).isEqualTo(earlier);
        assertThat(recurring.dueDates()).contains(earlier.atTime(23, 59, 59)).doesNotContain(due.atTime(23, 59, 59));
        recurring.does("task_reportPeriod");
        assertThat(recurring.dueDates()).as("the next step of the report").contains(earlier.atTime(23, 59, 59));
    }

    @Test
    void nothingMovesIntoThePast() {
        LocalDate today = workingDays.onOrAfter(clock.today().plusDays(1));
        province.turns(today);
        CaseDriver open = dueOn(today);
        assertThat(of(open, off(today))).extracting(Moved::kind).doesNotContain("moved.deadline");
        assertThat(open.now().dueOn()).isEqualTo(today);
    }

    private CaseDriver dueOn(LocalDate day) {
        return dueOn(day, day);
    }

    /** A case that stands at one day while its words name another. */
    private CaseDriver dueOn(LocalDate day, LocalDate words) {
        return province.opens(
                AnAssignment.of("resources").deadline(words.format(WORDS)).dueOn(day.toString()));
    }

    private static List<Moved> of(CaseDriver one, List<Moved> all) {
        return all.stream()
                .filter(moved -> moved.what().equals(one.key().toString()))
                .toList();
    }

    private List<Moved> off(LocalDate day) {
        return change(new CalendarDay(day, CalendarDay.Kind.OFF, "Bão số 3", true));
    }

    private List<Moved> plain(LocalDate day) {
        return change(CalendarDay.plain(day));
    }

    /** Changes a day as the plan office does; what is applied is what was shown. */
    private List<Moved> change(CalendarDay day) {
        before.add(stored(day.day()));
        return apply(day);
    }

    private List<Moved> apply(CalendarDay day) {
        return province.as("office1", () -> {
            ChangePreview preview = changeDays.preview(List.of(day));
            ChangeDays.Done done = changeDays.apply(
                    preview.changes().stream().map(DayChange::to).toList(), preview.seen(), UUID.randomUUID());
            assertThat(done.moved()).isEqualTo(preview.moved().size());
            return preview.moved();
        });
    }

    private CalendarDay stored(LocalDate day) {
        return years.of(day.getYear()).stream()
                .filter(one -> one.day().equals(day))
                .findFirst()
                .orElse(CalendarDay.plain(day));
    }
}
