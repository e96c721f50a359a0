package vn.giaoviec.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.DependsOnDays;
import vn.giaoviec.calendar.Moved;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Text;
import vn.giaoviec.workflow.Workflow;

/**
 * What of the cases under way moves when days become days off, or are worked: deadlines, answers to consultations, period
 * reports, and the timers on them. A date moves only if it stands where the days so far put it: what was decided otherwise
 * stays. Nothing moves that is past, and nothing is moved into the past.
 */
@Component
class MovesWithDays implements DependsOnDays {
    private static final String CONSULTED = "task_giveOpinion";

    /** How many cases one statement locks. */
    private static final int BATCH = 500;

    private final CaseTable cases;
    private final DeadlineTable deadlines;
    private final PeriodTable periods;
    private final WorkItemTable items;
    private final ReportingPeriods reportingPeriods;
    private final Plans plans;
    private final WatchDeadline watchDeadline;
    private final MoveDeadline moveDeadline;
    private final Workflow workflow;
    private final BusinessClock clock;

    MovesWithDays(
            CaseTable cases,
            DeadlineTable deadlines,
            PeriodTable periods,
            WorkItemTable items,
            ReportingPeriods reportingPeriods,
            Plans plans,
            WatchDeadline watchDeadline,
            MoveDeadline moveDeadline,
            Workflow workflow,
            BusinessClock clock) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.periods = periods;
        this.items = items;
        this.reportingPeriods = reportingPeriods;
        this.plans = plans;
        this.watchDeadline = watchDeadline;
        this.moveDeadline = moveDeadline;
        this.workflow = workflow;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Moves look(WorkingDays before, WorkingDays after) {
        List<Move> moves = new Change(before, after).moves();
        return new Moves() {
            @Override
            public List<Moved> told() {
                return moves.stream()
                        .map(Move::told)
                        .flatMap(Stream::ofNullable)
                        .toList();
            }

            @Override
            public void apply(String reason) {
                lock(moves);
                moves.forEach(move -> move.how.accept(reason));
            }
        };
    }

    /** Whatever changed between the look and the lock is not what was shown. */
    private void lock(List<Move> moves) {
        List<Case> seen = moves.stream().map(Move::of).distinct().toList();
        for (int from = 0; from < seen.size(); from += BATCH) {
            List<Case> batch = seen.subList(from, Math.min(from + BATCH, seen.size()));
            if (!cases.locked(batch.stream().map(Case::key).toList()).equals(batch)) {
                throw new Refusal.Conflict("refusal.calendarChanged");
            }
        }
    }

    /**
     * @param of the case as it was looked at
     * @param told what a person is shown of it; null for a timer that merely rests until another day
     * @param how does it
     */
    private record Move(Case of, @Nullable Moved told, Consumer<String> how) {}

    /** The cases, looked at under both calendars. */
    private final class Change {
        private final WorkingDays before;
        private final WorkingDays after;
        private final LocalDate today = clock.today();
        private final Map<Integer, Optional<Plan>> planOf = new HashMap<>();
        private final Map<Integer, Map<String, Assignment>> assignmentsOf = new HashMap<>();
        private final Map<CaseKey, Set<Integer>> given = deadlines.signalledUnderWay();
        private final Map<CaseKey, List<Period>> owed = periods.underWay();

        Change(WorkingDays before, WorkingDays after) {
            this.before = before;
            this.after = after;
        }

        /** Everything that moves, by case. */
        List<Move> moves() {
            Map<CaseKey, List<WorkItemTable.Waiting>> consulted =
                    items.waitingAt(CONSULTED).stream().collect(Collectors.groupingBy(WorkItemTable.Waiting::key));
            List<Move> moves = new ArrayList<>();
            for (Case one : cases.underWay()) {
                // limits first: the case is compared with how it stood, and only its deadline changes its row
                consulted.getOrDefault(one.key(), List.of()).forEach(waiting -> add(consultation(one, waiting), moves));
                owed(one).forEach(period -> add(report(one, period), moves));
                Optional<Move> deadline = deadline(one);
                add(deadline.isPresent() ? deadline : timer(one), moves);
            }
            return moves;
        }

        private List<Period> owed(Case one) {
            return owed.getOrDefault(one.key(), List.of());
        }

        private void add(Optional<Move> move, List<Move> moves) {
            move.ifPresent(moves::add);
        }

        private Optional<Move> deadline(Case one) {
            LocalDate from = ruled(one, before);
            LocalDate to = ruled(one, after);
            if (from == null || to == null || !from.equals(one.dueOn()) || !movable(from, to)) {
                return Optional.empty();
            }
            Instant at = clock.instant();
            return Optional.of(new Move(
                    one,
                    moved("moved.deadline", one, from, to),
                    reason -> moveDeadline.move(one, to, one.setDueOn(), DeadlineMove.Cause.CALENDAR, reason, at)));
        }

        /** When the case is due by what rules it, if these are the working days; null if nothing does. */
        private @Nullable LocalDate ruled(Case one, WorkingDays days) {
            LocalDate set = one.setDueOn();
            if (set != null) {
                return days.onOrBefore(set);
            }
            return planOf.computeIfAbsent(one.key().year(), plans::of)
                    .flatMap(plan -> Optional.ofNullable(assignment(one)).flatMap(of -> plans.dueOn(plan, of, days)))
                    .orElse(null);
        }

        /** An answer is due so many working days after the question. */
        private Optional<Move> consultation(Case one, WorkItemTable.Waiting waiting) {
            int days = before.between(waiting.openedOn(), waiting.dueOn());
            LocalDate to = after.after(waiting.openedOn(), days);
            if (!before.after(waiting.openedOn(), days).equals(waiting.dueOn()) || !movable(waiting.dueOn(), to)) {
                return Optional.empty();
            }
            return Optional.of(new Move(
                    one, moved("moved.consultation", one, waiting.dueOn(), to), reason -> limit(waiting.taskId(), to)));
        }

        private Optional<Move> report(Case one, Period period) {
            LocalDate from = period.dueOn();
            Instant opened = period.openedAt();
            if (from == null || opened == null || period.isAccepted()) {
                return Optional.empty();
            }
            LocalDate openedOn = LocalDate.ofInstant(opened, BusinessClock.ZONE);
            LocalDate to = reportingPeriods.reportDue(period, period.months(), openedOn, after);
            if (!reportingPeriods
                            .reportDue(period, period.months(), openedOn, before)
                            .equals(from)
                    || !movable(from, to)) {
                return Optional.empty();
            }
            return Optional.of(new Move(one, moved("moved.report", one, from, to), reason -> {
                periods.due(one.key(), period.number(), to);
                items.of(one.key()).stream()
                        .filter(item -> item.endedAt() == null && Objects.equals(item.part(), period.number()))
                        .forEach(item -> limit(item.taskId(), to));
            }));
        }

        private void limit(String taskId, LocalDate to) {
            if (!items.due(taskId, MoveDeadline.endOf(to))) {
                throw new Refusal.Conflict("refusal.calendarChanged"); // answered since it was looked at
            }
            workflow.moveLimit(taskId, MoveDeadline.endOf(to));
        }

        /** The next reminder is so many working days before the deadline, and so moves although the deadline stays. */
        private Optional<Move> timer(Case one) {
            LocalDate from = next(one, before);
            LocalDate to = next(one, after);
            if (Objects.equals(from, to)) {
                return Optional.empty();
            }
            Moved told = from == null || to == null ? null : moved("moved.reminder", one, from, to);
            return Optional.of(new Move(one, told, reason -> workflow.resetTimer(one.key())));
        }

        private @Nullable LocalDate next(Case one, WorkingDays days) {
            Set<Integer> told = given.getOrDefault(one.key(), Set.of());
            return watchDeadline.times(one, told, owed(one), days).stream()
                    .filter(time -> !time.equals(WatchDeadline.RESTING))
                    .findFirst()
                    .map(LocalDateTime::toLocalDate)
                    .orElse(null);
        }

        private boolean movable(LocalDate from, LocalDate to) {
            return !from.equals(to) && !from.isBefore(today) && !to.isBefore(today);
        }

        private Moved moved(String kind, Case one, LocalDate from, LocalDate to) {
            Assignment assignment = assignment(one);
            Text title = assignment == null ? new Text("", "") : assignment.title();
            return Moved.of(kind, one.key().toString(), title, from, to, before, after);
        }

        private @Nullable Assignment assignment(Case one) {
            return assignmentsOf
                    .computeIfAbsent(one.key().year(), year -> plans.assignments(year).stream()
                            .collect(Collectors.toMap(Assignment::code, Function.identity())))
                    .get(one.key().assignment());
        }
    }
}
