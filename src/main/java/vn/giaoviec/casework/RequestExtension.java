package vn.giaoviec.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.Workflow;

/**
 * A unit asks for more time (gia hạn), before the deadline and with a reason. Who assigned decides: the leaders, or the
 * plan office while a recorded delegation lasts, and never the unit itself.
 */
@Service
public class RequestExtension {
    /** The process in which it is decided, beside the case's own. */
    static final String PROCESS = "extension";

    private final CaseTable cases;
    private final ExtensionTable extensions;
    private final DeadlineTable deadlines;
    private final CommandTable commands;
    private final DeadlineSettings settings;
    private final Directory directory;
    private final BusinessClock clock;
    private final WorkingDays workingDays;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;

    RequestExtension(
            CaseTable cases,
            ExtensionTable extensions,
            DeadlineTable deadlines,
            CommandTable commands,
            DeadlineSettings settings,
            Directory directory,
            BusinessClock clock,
            WorkingDays workingDays,
            Workflow workflow,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.extensions = extensions;
        this.deadlines = deadlines;
        this.commands = commands;
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
        this.workingDays = workingDays;
        this.workflow = workflow;
        this.events = events;
    }

    /**
     * @param askedOn the day asked for; on a day off, the working day before it will count
     * @param command names the form that is sent; the same form sent again asks nothing twice
     * @throws Refusal if the person is not of the unit, the deadline has passed, as many extensions were granted as may be,
     *     one waits to be decided, or the day is not later than the deadline or beyond the plan's year
     */
    @Transactional
    public void request(CaseKey key, LocalDate askedOn, String reason, UUID command) {
        Person me = directory.me();
        if (!me.worksIn(key.unit())) {
            throw new Refusal.Forbidden("refusal.onlyTheUnitAsks");
        }
        Orders.text("reason", reason, Orders.LONGEST_REASON);
        if (commands.isDone(me.id(), command, "extension", List.of(key, askedOn, reason), clock.instant())) {
            return;
        }
        if (cases.find(key).isEmpty()) {
            throw new Refusal.NotFound("refusal.noCase", key);
        }
        Case theCase = cases.lock(key);
        if (theCase.state() != Case.State.OPEN) {
            throw new Refusal.Conflict("refusal.caseNotUnderWay");
        }
        if (clock.today().isAfter(theCase.dueOn())) {
            throw new Refusal("refusal.extensionTooLate", theCase.dueOn());
        }
        if (theCase.extensions() >= settings.extensions()) {
            throw new Refusal("refusal.extensionsUsedUp", settings.extensions());
        }
        inOrder(theCase, askedOn, workingDays);
        List<Extension> before = extensions.of(key);
        if (before.stream().anyMatch(extension -> extension.decision() == null)) {
            throw new Refusal.Conflict("refusal.extensionWaits");
        }
        Extension asked = new Extension(
                before.size() + 1,
                theCase.dueOn(),
                askedOn,
                reason.strip(),
                me.id(),
                clock.instant(),
                null,
                null,
                null,
                null);
        extensions.insert(key, asked);
        events.publishEvent(new ExtensionRequested(key, theCase.dueOn(), askedOn, reason.strip()));
        workflow.start(PROCESS, key, Map.of("deciders", deciders(), "dueOn", OpenCases.dueAt(theCase)));
    }

    /** Later than now in force, and within the plan's year: what goes beyond is carried over into the next plan. */
    static void inOrder(Case theCase, LocalDate day, WorkingDays days) {
        // a day off counts as the working day before it
        if (!days.onOrBefore(day).isAfter(theCase.dueOn())) {
            throw new Refusal("refusal.extensionNotLater", theCase.dueOn());
        }
        LocalDate endOfPlan = LocalDate.of(theCase.key().year(), 12, 31);
        if (day.isAfter(endOfPlan)) {
            throw new Refusal("refusal.extensionBeyondPlan", endOfPlan);
        }
    }

    private String deciders() {
        boolean delegated = deadlines.delegations().stream().anyMatch(delegation -> delegation.holdsOn(clock.today()));
        return delegated ? Groups.LEADER + "," + Groups.PLAN_OFFICE : Groups.LEADER;
    }

    /**
     * A unit asked for more time.
     *
     * @param caseKey the case
     * @param dueOn the deadline in force
     * @param askedOn the day asked for
     * @param reason why
     */
    public record ExtensionRequested(CaseKey caseKey, LocalDate dueOn, LocalDate askedOn, String reason)
            implements Recorded {}
}
