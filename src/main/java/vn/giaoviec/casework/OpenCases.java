package vn.giaoviec.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.SettledDays;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.IssuePlan;
import vn.giaoviec.plan.Plan;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.plan.SolutionGroup;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Turns;
import vn.giaoviec.workflow.Workflow;

/**
 * Issues a plan to its units: one case for each assignment and each unit that leads it. Cases are opened in batches, each
 * its own transaction; a case key exists once, so a broken start is resumed where it stopped and nothing doubles.
 */
@Service
@Order(2)
public class OpenCases implements ApplicationRunner {
    /** Measured: no gain beyond 50 to 100 cases a transaction, and one each is the slowest choice. */
    private static final int BATCH = 50;

    private final IssuePlan issuePlan;
    private final Plans plans;
    private final CaseTable cases;
    private final PeriodTable periods;
    private final ReportingPeriods reportingPeriods;
    private final Workflow workflow;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final Turns turns;
    private final SettledDays settledDays;
    private final ApplicationEventPublisher events;

    OpenCases(
            IssuePlan issuePlan,
            Plans plans,
            CaseTable cases,
            PeriodTable periods,
            ReportingPeriods reportingPeriods,
            Workflow workflow,
            BusinessClock clock,
            TransactionTemplate transaction,
            Turns turns,
            SettledDays settledDays,
            ApplicationEventPublisher events) {
        this.issuePlan = issuePlan;
        this.plans = plans;
        this.cases = cases;
        this.periods = periods;
        this.reportingPeriods = reportingPeriods;
        this.workflow = workflow;
        this.clock = clock;
        this.transaction = transaction;
        this.turns = turns;
        this.settledDays = settledDays;
        this.events = events;
    }

    /**
     * Issues the plan of a year and opens its cases.
     *
     * @return how many cases were opened
     * @throws Refusal if the actor may not issue it, or it cannot be issued
     */
    public int issue(int year) {
        plans.groups(year).stream()
                .filter(group -> !workflow.knows(group.process()))
                .findFirst()
                .ifPresent(group -> {
                    throw new Refusal("refusal.noSuchProcess", group.process());
                });
        issuePlan.issue(year);
        return openMissing(year);
    }

    /**
     * Opens what an issued plan has got since.
     *
     * @return how many cases were opened
     * @throws Refusal if the actor is not of the plan office, or the plan is not issued
     */
    public int openAdded(int year) {
        issuePlan.mayIssue();
        if (plans.of(year).filter(Plan::isIssued).isEmpty()) {
            throw new Refusal.Conflict("refusal.planNotIssued", year);
        }
        return openMissing(year);
    }

    /** A start-up after a crash finishes what an issue had begun. */
    @Override
    public void run(ApplicationArguments arguments) {
        plans.all().stream().filter(Plan::isIssued).map(Plan::year).forEach(this::openMissing);
    }

    private int openMissing(int year) {
        return openMissing(year, BATCH);
    }

    /** With so many cases in one transaction. */
    int openMissing(int year, int batchSize) {
        Set<String> existing = cases.keys(year);
        Map<Integer, SolutionGroup> groups =
                plans.groups(year).stream().collect(Collectors.toMap(SolutionGroup::number, Function.identity()));
        List<Opening> missing = new ArrayList<>();
        for (Assignment assignment : plans.assignments(year)) {
            for (Assignment.Involved lead : assignment.lead()) {
                CaseKey key = new CaseKey(year, assignment.code(), lead.unit());
                if (!existing.contains(key.toString())) {
                    missing.add(new Opening(key, assignment, groupOf(groups, assignment)));
                }
            }
        }
        missing.sort(Comparator.comparing(opening -> opening.key.toString()));
        int opened = 0;
        for (int from = 0; from < missing.size(); from += batchSize) {
            List<Opening> batch = missing.subList(from, Math.min(from + batchSize, missing.size()));
            opened += Objects.requireNonNull(transaction.execute(status -> openBatch(batch)));
        }
        return opened;
    }

    /** A node that starts while another one issues finds the same cases missing: each batch looks again, in its turn. */
    private int openBatch(List<Opening> batch) {
        turns.take("cases");
        settledDays
                .known(); // the days on which the deadlines were counted are those that rule when the cases are there
        Set<String> meanwhile =
                cases.existing(batch.stream().map(opening -> opening.key).toList());
        List<Opening> missing = batch.stream()
                .filter(opening -> !meanwhile.contains(opening.key.toString()))
                .toList();
        if (missing.isEmpty()) {
            return 0;
        }
        Map<String, LocalDate> dueOn = plans.dueDays(
                batch.get(0).key.year(),
                missing.stream().map(opening -> opening.key.assignment()).toList());
        List<Begun> begun = missing.stream()
                .map(opening -> open(opening, Objects.requireNonNull(dueOn.get(opening.key.assignment()))))
                .toList();
        write(begun);
        workflow.together(() -> begun.forEach(this::start));
        return missing.size();
    }

    private static SolutionGroup groupOf(Map<Integer, SolutionGroup> groups, Assignment assignment) {
        SolutionGroup group = groups.get(assignment.group());
        if (group == null) {
            throw new IllegalStateException("no solution group for " + assignment.code());
        }
        return group;
    }

    private Begun open(Opening opening, LocalDate dueOn) {
        Assignment assignment = opening.assignment;
        List<Period> owed = reportingPeriods.between(assignment.cycle(), clock.today(), dueOn);
        return new Begun(
                fresh(opening.key, opening.group.process(), opening.group.appraiser(), assignment, dueOn, owed, null),
                owed,
                assignment);
    }

    /** Opens a case of another unit in the place of one that ended there, with its deadlines and what it still owes. */
    void carryOn(Case ended, CaseKey next, Assignment assignment) {
        List<Period> owed = Period.asked(periods.of(ended.key()).stream()
                .filter(period -> !period.isAccepted())
                .toList());
        begin(
                new Case(
                        next,
                        ended.group(),
                        ended.process(),
                        ended.appraiser(),
                        ended.fanOut(),
                        ended.originalDueOn(),
                        ended.dueOn(),
                        ended.setDueOn(),
                        ended.extensions(),
                        null,
                        ended.recurs(),
                        owed.size(),
                        Case.State.OPEN,
                        null,
                        1,
                        0,
                        clock.instant(),
                        clock.instant(),
                        null,
                        null,
                        ended.key(),
                        null),
                owed,
                assignment);
    }

    /** Opens a case in the plan of the next year for one that ended as carried over; its time begins anew. */
    void openCarried(Case ended, CaseKey next, Assignment assignment) {
        List<Period> owed = reportingPeriods.between(assignment.cycle(), clock.today(), assignment.dueOn());
        begin(
                fresh(next, ended.process(), ended.appraiser(), assignment, assignment.dueOn(), owed, ended.key()),
                owed,
                assignment);
    }

    /**
     * Opens a case of a unit that leads an assignment too from now on. It gets its share by the number of leads there are now;
     * those of the others were cut when they were opened and stay, so that what was counted before stays true.
     */
    void openBeside(Case other, CaseKey next, Assignment assignment) {
        List<Period> owed = reportingPeriods.between(assignment.cycle(), clock.today(), assignment.dueOn());
        begin(
                fresh(next, other.process(), other.appraiser(), assignment, assignment.dueOn(), owed, null),
                owed,
                assignment);
    }

    private Case fresh(
            CaseKey key,
            String process,
            String appraiser,
            Assignment assignment,
            LocalDate dueOn,
            List<Period> owed,
            @Nullable CaseKey from) {
        return new Case(
                key,
                assignment.group(),
                process,
                appraiser,
                assignment.lead().size(),
                dueOn,
                dueOn,
                null,
                0,
                null,
                assignment.cycle() != null,
                owed.size(),
                Case.State.OPEN,
                null,
                1,
                0,
                clock.instant(),
                clock.instant(),
                null,
                null,
                from,
                null);
    }

    private void begin(Case opened, List<Period> owed, Assignment assignment) {
        Begun begun = new Begun(opened, owed, assignment);
        write(List.of(begun));
        start(begun);
    }

    private void write(List<Begun> begun) {
        cases.insert(begun.stream().map(Begun::opened).toList());
        periods.insert(begun.stream().collect(Collectors.toMap(one -> one.opened.key(), Begun::owed)));
        List<CaseOpened> opened = begun.stream().map(Begun::fact).toList();
        opened.forEach(events::publishEvent);
        events.publishEvent(new CasesOpened(opened));
    }

    private void start(Begun begun) {
        workflow.start(begun.opened.process(), begun.opened.key(), variables(begun.opened));
    }

    /** What the process needs to know of its case. */
    static Map<String, Object> variables(Case of) {
        return Map.of("unit", of.key().unit(), "appraiser", of.appraiser(), "dueOn", dueAt(of));
    }

    /** As the engine takes it. */
    static Date dueAt(Case of) {
        return Date.from(MoveDeadline.endOf(of.dueOn()));
    }

    private record Opening(CaseKey key, Assignment assignment, SolutionGroup group) {}

    private record Begun(Case opened, List<Period> owed, Assignment assignment) {
        CaseOpened fact() {
            return new CaseOpened(opened.key(), opened.process(), opened.fanOut(), assignment.supports());
        }
    }

    /**
     * The same of all cases that one transaction opens, for those who write something for each.
     *
     * @param cases one, or several
     */
    public record CasesOpened(List<CaseOpened> cases) {}

    /**
     * A case was opened at its accountable unit.
     *
     * @param caseKey the case
     * @param process the process that carries it
     * @param fanOut how many units the assignment was issued to
     * @param supports the assignment's weight by indicator, before it is shared among the units
     */
    public record CaseOpened(CaseKey caseKey, String process, int fanOut, Map<String, Integer> supports)
            implements Recorded {}
}
