package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.OfficeHours;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.readiness.Health;
import vn.giaoviec.shared.CaseKey;

/**
 * Watches the deadline of a case: reminders before it, escalation after it, and the reports of a recurring one. The engine
 * keeps one timer for each case and asks here for the times; whatever came due by then is told at once, so that after a
 * downtime nobody is told the same thing step by step.
 */
@Service
public class WatchDeadline {
    /** A day that does not come: a timer with nothing left to say rests there, since only one that exists can be set anew. */
    static final LocalDateTime RESTING = LocalDateTime.of(9999, 12, 31, 0, 0);

    private final CaseTable cases;
    private final DeadlineTable deadlines;
    private final PeriodTable periods;
    private final DeadlineSettings settings;
    private final WorkingDays workingDays;
    private final OfficeHours officeHours;
    private final BusinessClock clock;
    private final Health health;
    private final ApplicationEventPublisher events;

    WatchDeadline(
            CaseTable cases,
            DeadlineTable deadlines,
            PeriodTable periods,
            DeadlineSettings settings,
            WorkingDays workingDays,
            OfficeHours officeHours,
            BusinessClock clock,
            Health health,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.periods = periods;
        this.settings = settings;
        this.workingDays = workingDays;
        this.officeHours = officeHours;
        this.clock = clock;
        this.health = health;
        this.events = events;
    }

    /**
     * When the timer of a case is to fire, earliest first: at most the earliest time that has not been heeded, which may be
     * past, and the next one to come.
     *
     * @return local times, at least {@link #RESTING}
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<LocalDateTime> times(CaseKey key) {
        Case theCase = cases.known(key);
        return times(
                theCase,
                LockedCases.isNew(key) ? Set.of() : deadlines.signalled(key, theCase.dueOn()),
                theCase.recurs() ? periods.of(key) : List.of(),
                workingDays.known());
    }

    /**
     * The same, if these were the working days.
     *
     * @param told the steps of its deadline that were given
     * @param owed its reporting periods
     */
    List<LocalDateTime> times(Case theCase, Set<Integer> told, List<Period> owed, WorkingDays days) {
        LocalDateTime now = now();
        TreeSet<LocalDateTime> times = new TreeSet<>();
        settings.ladder().stream()
                .filter(rung -> isToBeGiven(rung, theCase, told, days))
                .map(rung -> timeOf(rung.step(), theCase.dueOn(), days))
                .forEach(times::add);
        owed.stream()
                .filter(period -> !period.isOpened())
                .map(period -> opening(period, days))
                .forEach(times::add);
        times.add(RESTING);
        return Stream.concat(
                        times.stream().limit(1),
                        times.stream().filter(time -> time.isAfter(now)).limit(1))
                .distinct()
                .toList();
    }

    /**
     * The timer of a case has fired: whom to tell what, and which reports to open. Each is given out once.
     *
     * @throws IllegalStateException if this node's clock is wrong: the engine tries again later, perhaps at another node
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reached reached(CaseKey key) {
        if (!health.clocksAgree()) {
            throw new IllegalStateException("this node's clock is not the database's: " + clock.instant());
        }
        Case theCase = cases.lock(key);
        if (theCase.state() != Case.State.OPEN) {
            return new Reached(Map.of(), List.of());
        }
        WorkingDays days = workingDays.known();
        return new Reached(rungs(theCase, days), theCase.recurs() ? reports(key, days) : List.of());
    }

    private Map<Audience, Integer> rungs(Case theCase, WorkingDays days) {
        Set<Integer> told = deadlines.signalled(theCase.key(), theCase.dueOn());
        LocalDateTime now = now();
        List<DeadlineSettings.Rung> due = settings.ladder().stream()
                .filter(rung -> isToBeGiven(rung, theCase, told, days))
                .filter(rung -> !timeOf(rung.step(), theCase.dueOn(), days).isAfter(now))
                .toList();
        Instant at = clock.instant();
        deadlines.signal(
                theCase.key(),
                theCase.dueOn(),
                due.stream().map(DeadlineSettings.Rung::step).toList(),
                at);
        Map<Audience, Integer> latest = new EnumMap<>(Audience.class);
        due.forEach(rung -> latest.put(rung.audience(), rung.step()));
        return latest;
    }

    /** What concerns nobody now stays to be given: it may once the product is sent back. */
    private boolean isToBeGiven(DeadlineSettings.Rung rung, Case theCase, Set<Integer> told, WorkingDays days) {
        return !told.contains(rung.step()) && !isMoot(rung, theCase, days) && concerns(rung, theCase);
    }

    /** Who is given a deadline that is five days off need not be reminded that it was seven. */
    private boolean isMoot(DeadlineSettings.Rung rung, Case theCase, WorkingDays days) {
        return rung.step() <= 0
                && timeOf(rung.step(), theCase.dueOn(), days)
                        .isBefore(LocalDateTime.ofInstant(theCase.since(), BusinessClock.ZONE));
    }

    /** Where the unit has handed in by its deadline, it has done its part: only the plan office, which accepts, is told. */
    private static boolean concerns(DeadlineSettings.Rung rung, Case theCase) {
        Instant submitted = theCase.submittedAt();
        boolean handedInInTime = submitted != null
                && !LocalDate.ofInstant(submitted, BusinessClock.ZONE).isAfter(theCase.dueOn());
        return !handedInInTime || rung.audience() == Audience.PLAN_OFFICE;
    }

    private List<Integer> reports(CaseKey key, WorkingDays days) {
        LocalDateTime now = now();
        List<Integer> opened = periods.of(key).stream()
                .filter(period -> !period.isOpened() && !opening(period, days).isAfter(now))
                .map(Period::number)
                .toList();
        periods.opened(key, opened, clock.instant());
        return opened;
    }

    /** Tells of a deadline; whoever listens sees to it that the people concerned learn of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(CaseKey key, Audience audience, int step) {
        events.publishEvent(new DeadlineSignalled(
                key, audience, step, cases.find(key).orElseThrow().dueOn()));
    }

    private LocalDateTime timeOf(int step, LocalDate dueOn, WorkingDays days) {
        return morning(step <= 0 ? days.before(dueOn, -step) : days.after(dueOn, step));
    }

    /** A period is over with its last day; its report opens on the next working morning. */
    private LocalDateTime opening(Period period, WorkingDays days) {
        return morning(days.after(period.to(), 1));
    }

    private LocalDateTime morning(LocalDate day) {
        return day.atTime(officeHours.opening());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), BusinessClock.ZONE);
    }

    /**
     * What a firing of the timer brought.
     *
     * @param told the latest step for each audience that is to be told
     * @param reports numbers of the period reports that open
     */
    public record Reached(Map<Audience, Integer> told, List<Integer> reports) {}
}
