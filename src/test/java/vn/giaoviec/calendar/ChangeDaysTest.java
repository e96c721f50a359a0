package vn.giaoviec.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.calendar.CalendarDay.Kind;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** The calendar is changed by what was previewed, once, or not at all. The days lie where no case of a test is due. */
@EngineTest
class ChangeDaysTest {
    private static final int YEAR = 2061;
    private static final CalendarDay FRIDAY =
            new CalendarDay(LocalDate.of(YEAR, 4, 29), Kind.OFF, "Nghỉ hoán đổi", true);
    private static final CalendarDay SATURDAY =
            new CalendarDay(LocalDate.of(YEAR, 5, 7), Kind.WORK, "Làm bù cho ngày 29/4", true);

    @Autowired
    ChangeDays changeDays;

    @Autowired
    CalendarYears years;

    @Autowired
    CalendarDayTable table;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    BusinessClock clock;

    @Autowired
    AuditLog audit;

    @Autowired
    Province province;

    @AfterEach
    void theYearIsPlainAgain() {
        table.set(
                years.of(YEAR).stream().map(day -> CalendarDay.plain(day.day())).toList());
    }

    @Test
    void aSwapIsOneChangeAndIsTakenBackAsOne() {
        LocalDate before = LocalDate.of(YEAR, 4, 28);
        LocalDate monday = LocalDate.of(YEAR, 5, 9);
        int usual = workingDays.between(before, monday);
        ChangePreview preview = preview(FRIDAY, SATURDAY);
        assertThat(preview.changes())
                .containsExactly(
                        new DayChange(CalendarDay.plain(FRIDAY.day()), FRIDAY),
                        new DayChange(CalendarDay.plain(SATURDAY.day()), SATURDAY));
        assertThat(years.of(YEAR)).as("a preview changes nothing").isEmpty();

        assertThat(apply(preview).days()).isEqualTo(2);
        assertThat(years.of(YEAR)).containsExactly(FRIDAY, SATURDAY);
        assertThat(workingDays.after(before, 1)).isEqualTo(LocalDate.of(YEAR, 5, 2));
        assertThat(workingDays.isWorked(SATURDAY.day())).isTrue();
        assertThat(workingDays.between(before, monday)).isEqualTo(usual);

        apply(preview(CalendarDay.plain(FRIDAY.day()), CalendarDay.plain(SATURDAY.day())));
        assertThat(years.of(YEAR)).isEmpty();
        assertThat(workingDays.after(before, 1)).isEqualTo(FRIDAY.day());
    }

    @Test
    void whoChangesItAndWhatItWasIsRecorded() {
        apply(preview(FRIDAY));
        CalendarDay expected = new CalendarDay(FRIDAY.day(), Kind.OFF, "Dự kiến nghỉ", false);
        long before = lastEntry();
        apply(preview(expected));
        assertThat(audit.after(before))
                .filteredOn(entry -> entry.action().equals("DaysChanged"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("office1");
                    assertThat(entry.facts()).contains("Nghỉ hoán đổi", "Dự kiến nghỉ", YEAR + "-04-29");
                });
    }

    private long lastEntry() {
        return audit.after(0).stream().mapToLong(Entry::id).max().orElse(0);
    }

    @Test
    void aFormSentTwiceIsAppliedOnce() {
        ChangePreview preview = preview(FRIDAY);
        UUID command = UUID.randomUUID();
        assertThat(apply(preview, command).days()).isEqualTo(1);
        assertThat(apply(preview, command).days()).isZero();
        refused("refusal.calendarChanged", () -> apply(preview));
        refused("refusal.formAlreadySent", () -> apply(preview(SATURDAY), command));
    }

    @Test
    void whatWasPreviewedOnAnotherCalendarIsNotApplied() {
        ChangePreview mine = preview(FRIDAY);
        apply(preview(SATURDAY));
        refused("refusal.calendarChanged", () -> apply(mine));
        assertThat(years.of(YEAR)).containsExactly(SATURDAY);
        apply(preview(FRIDAY));
        assertThat(years.of(YEAR)).containsExactly(FRIDAY, SATURDAY);
    }

    @Test
    void ofTwoAtTheSameMomentOneWins() throws Exception {
        List<ChangePreview> previews = List.of(preview(FRIDAY), preview(SATURDAY));
        ExecutorService offices = Executors.newFixedThreadPool(2);
        int won = 0;
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<ChangeDays.Done>> presses = new ArrayList<>();
            for (ChangePreview preview : previews) {
                presses.add(offices.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    return apply(preview);
                }));
            }
            for (Future<ChangeDays.Done> press : presses) {
                try {
                    won += press.get(60, TimeUnit.SECONDS).days();
                } catch (ExecutionException lost) {
                    assertThat(lost.getCause())
                            .isInstanceOf(Refusal.Conflict.class)
                            .hasMessage("refusal.calendarChanged");
                }
            }
        } finally {
            offices.shutdownNow();
        }
        assertThat(won).isEqualTo(1);
        assertThat(years.of(YEAR)).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        LocalDate friday = FRIDAY.day();
        refused("refusal.calendarAlreadyWorked", () -> preview(new CalendarDay(friday, Kind.WORK, "", true)));
        refused("refusal.calendarNoteTooLong", () -> preview(new CalendarDay(friday, Kind.OFF, "x".repeat(201), true)));
        refused("refusal.calendarDayTwice", () -> preview(FRIDAY, CalendarDay.plain(friday)));
        refused("refusal.calendarSame", () -> preview(CalendarDay.plain(friday)));
        refused("refusal.calendarYear", () -> preview(new CalendarDay(LocalDate.of(1999, 12, 31), Kind.OFF, "", true)));
        refused(
                "refusal.calendarRestTooLong",
                () -> preview(IntStream.range(0, 30)
                        .mapToObj(day -> new CalendarDay(friday.plusDays(day), Kind.OFF, "", true))
                        .toArray(CalendarDay[]::new)));
        assertThatThrownBy(() -> province.as("head.stttt", () -> changeDays.preview(List.of(FRIDAY))))
                .isInstanceOf(Refusal.Forbidden.class);
        String seen = preview(FRIDAY).seen();
        assertThatThrownBy(() ->
                        province.as("head.stttt", () -> changeDays.apply(List.of(FRIDAY), seen, UUID.randomUUID())))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(years.of(YEAR)).isEmpty();
    }

    @Test
    void whatDeservesALookIsSaid() {
        CalendarDay sunday = new CalendarDay(LocalDate.of(YEAR, 5, 1), Kind.OFF, "", true);
        assertThat(preview(sunday).hints())
                .containsExactly(new ChangePreview.Hint("calendarHint.offAnyway", List.of("01/05/2061")));
        LocalDate past = clock.today().minusDays(1);
        CalendarDay late = new CalendarDay(past, Kind.OFF, "Bão lụt " + UUID.randomUUID(), true);
        assertThat(preview(late).hints()).extracting(ChangePreview.Hint::key).contains("calendarHint.past");
        apply(preview(FRIDAY));
        assertThat(preview(CalendarDay.plain(FRIDAY.day())).hints())
                .extracting(ChangePreview.Hint::key)
                .containsExactly("calendarHint.official");
    }

    private ChangePreview preview(CalendarDay... days) {
        return Objects.requireNonNull(province.as("office1", () -> changeDays.preview(List.of(days))));
    }

    private ChangeDays.Done apply(ChangePreview preview) {
        return apply(preview, UUID.randomUUID());
    }

    private ChangeDays.Done apply(ChangePreview preview, UUID command) {
        List<CalendarDay> days = preview.changes().stream().map(DayChange::to).toList();
        return province.as("office1", () -> changeDays.apply(days, preview.seen(), command));
    }

    private static void refused(String key, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(Refusal.class).hasMessage(key);
    }
}
