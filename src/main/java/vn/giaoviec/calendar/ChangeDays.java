package vn.giaoviec.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Turns;

/**
 * The plan office changes the working calendar: one day, a day and the one that makes up for it, or a year. What moves
 * with the days is shown first; what is applied is what was shown, or nothing.
 */
@Service
public class ChangeDays {
    private final CalendarDayTable table;
    private final CalendarChangeTable applied;
    private final CalendarOffice office;
    private final ObjectProvider<DependsOnDays> dependents;
    private final Turns turns;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    ChangeDays(
            CalendarDayTable table,
            CalendarChangeTable applied,
            CalendarOffice office,
            ObjectProvider<DependsOnDays> dependents,
            Turns turns,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.applied = applied;
        this.office = office;
        this.dependents = dependents;
        this.turns = turns;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What a change would do.
     *
     * @param proposed the days as they shall be; those that are so already do not count
     * @throws Refusal if the person may not change the calendar, a day cannot be so, or nothing would change
     */
    @Transactional(readOnly = true)
    public ChangePreview preview(Collection<CalendarDay> proposed) {
        office.member();
        Draft draft = Draft.of(table.all(), proposed);
        return draft.preview(draft.moves(dependents), clock.today());
    }

    /**
     * Stores the days and moves whatever depends on them, in one transaction.
     *
     * @param seen what the preview handed out
     * @param command names the form that is sent; the same form sent again does nothing
     * @return how many days changed and how many dates moved with them
     * @throws Refusal.Conflict if the calendar, or what moves with it, is not any more what the preview showed
     */
    @Transactional
    public Done apply(Collection<CalendarDay> proposed, String seen, UUID command) {
        Person me = office.member();
        turns.take(SettledDays.TURN);
        Optional<String> before = applied.seen(command);
        if (before.isPresent()) {
            if (!before.get().equals(seen)) {
                throw new Refusal.Conflict("refusal.formAlreadySent");
            }
            return new Done(0, 0);
        }
        Draft draft;
        try {
            draft = Draft.of(table.all(), proposed);
        } catch (Refusal overtaken) {
            // what could be previewed can be refused now only because others changed the calendar
            throw new Refusal.Conflict("refusal.calendarChanged");
        }
        List<DependsOnDays.Moves> moves = draft.moves(dependents);
        ChangePreview preview = draft.preview(moves, clock.today());
        if (!preview.seen().equals(seen)) {
            throw new Refusal.Conflict("refusal.calendarChanged");
        }
        table.set(preview.changes().stream().map(DayChange::to).toList());
        String reason = reason(preview.changes());
        moves.forEach(one -> one.apply(reason));
        applied.applied(command, seen, me.id(), clock.instant());
        events.publishEvent(new DaysChanged(preview.changes()));
        return new Done(preview.changes().size(), preview.moved().size());
    }

    /** The days, and what each of them is: data, the same in every language. */
    private static String reason(List<DayChange> changes) {
        String first = changes.stream()
                .limit(3)
                .map(change -> {
                    String note = change.to().note().isEmpty()
                            ? change.from().note()
                            : change.to().note();
                    return DayRules.written(change.to().day()) + (note.isEmpty() ? "" : " (" + note + ")");
                })
                .collect(Collectors.joining(", "));
        return changes.size() > 3 ? first + ", … (+" + (changes.size() - 3) + ")" : first;
    }

    /** The calendar as it is and as it shall be. */
    private record Draft(List<CalendarDay> stored, List<DayChange> changes, WorkingDays before, WorkingDays after) {
        static Draft of(List<CalendarDay> stored, Collection<CalendarDay> proposed) {
            Map<LocalDate, CalendarDay> now =
                    stored.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
            TreeMap<LocalDate, DayChange> changes = new TreeMap<>();
            TreeMap<LocalDate, CalendarDay> named = new TreeMap<>();
            for (CalendarDay day : proposed) {
                check(day);
                if (named.put(day.day(), day) != null) {
                    throw new Refusal("refusal.calendarDayTwice", DayRules.written(day.day()));
                }
                CalendarDay from = now.getOrDefault(day.day(), CalendarDay.plain(day.day()));
                if (!from.equals(day)) {
                    changes.put(day.day(), new DayChange(from, day));
                }
            }
            if (changes.isEmpty()) {
                throw new Refusal("refusal.calendarSame");
            }
            Map<LocalDate, Boolean> worked = new HashMap<>();
            stored.forEach(day -> worked.put(day.day(), day.kind() == CalendarDay.Kind.WORK));
            WorkingDays before = WorkingDays.by(worked);
            Map<LocalDate, @Nullable Boolean> overlay = new HashMap<>();
            changes.values()
                    .forEach(
                            change -> overlay.put(change.to().day(), change.to().worked()));
            WorkingDays after = before.with(overlay);
            DayRules.tooLongRest(after, named.values()).ifPresent(first -> {
                throw new Refusal("refusal.calendarRestTooLong", DayRules.written(first));
            });
            return new Draft(stored, List.copyOf(changes.values()), before, after);
        }

        private static void check(CalendarDay day) {
            DayRules.wrong(day).ifPresent(wrong -> {
                String written = DayRules.written(day.day());
                throw switch (wrong) {
                    case "year" ->
                        new Refusal(
                                "refusal.calendarYear",
                                String.valueOf(DayRules.FIRST_YEAR),
                                String.valueOf(DayRules.LAST_YEAR));
                    case "alreadyWorked" -> new Refusal("refusal.calendarAlreadyWorked", written);
                    default -> new Refusal("refusal.calendarNoteTooLong", written, DayRules.LONGEST_NOTE);
                };
            });
        }

        List<DependsOnDays.Moves> moves(ObjectProvider<DependsOnDays> dependents) {
            return dependents
                    .orderedStream()
                    .map(one -> one.look(before, after))
                    .toList();
        }

        ChangePreview preview(List<DependsOnDays.Moves> moves, LocalDate today) {
            List<Moved> moved = moves.stream()
                    .flatMap(one -> one.told().stream())
                    .sorted(Comparator.comparing(Moved::from).thenComparing(Moved::what))
                    .toList();
            return new ChangePreview(changes, hints(today), moved, digest(List.of(stored, changes, moved)));
        }

        private List<ChangePreview.Hint> hints(LocalDate today) {
            List<ChangePreview.Hint> hints = new ArrayList<>();
            for (DayChange change : changes) {
                CalendarDay to = change.to();
                String day = DayRules.written(to.day());
                if (to.day().isBefore(today)) {
                    hints.add(ChangePreview.Hint.of("calendarHint.past", day));
                }
                if (to.kind() == CalendarDay.Kind.OFF && DayRules.isWeekend(to.day())) {
                    hints.add(ChangePreview.Hint.of("calendarHint.offAnyway", day));
                }
                if (change.from().official() && change.from().kind() != CalendarDay.Kind.PLAIN) {
                    hints.add(ChangePreview.Hint.of("calendarHint.official", day));
                }
            }
            return hints;
        }
    }

    private static String digest(List<?> content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What came of a change.
     *
     * @param days how many days of the calendar changed; none if the form had been sent before
     * @param moved how many dates moved with them
     */
    public record Done(int days, int moved) {}

    /**
     * The working calendar was changed.
     *
     * @param days each day that changed, as it was and as it became
     */
    public record DaysChanged(List<DayChange> days) implements Recorded {}
}
