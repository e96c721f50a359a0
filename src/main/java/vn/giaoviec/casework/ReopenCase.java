package vn.giaoviec.casework;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Groups;
import vn.giaoviec.directory.Person;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.Workflow;

/** The plan office reopens a completed case, with a reason, as a new run of the same case. */
@Service
public class ReopenCase {
    private static final int LONGEST_REASON = 4_000;

    private final CaseTable cases;
    private final CommandTable commands;
    private final Directory directory;
    private final BusinessClock clock;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;

    ReopenCase(
            CaseTable cases,
            CommandTable commands,
            Directory directory,
            BusinessClock clock,
            Workflow workflow,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.commands = commands;
        this.directory = directory;
        this.clock = clock;
        this.workflow = workflow;
        this.events = events;
    }

    /**
     * @param command names the form that is sent; the same form sent again is answered and reopens nothing
     * @throws Refusal if the actor is not of the plan office, the reason is missing, or the case is not completed
     */
    @Transactional
    public void reopen(CaseKey key, String reason, UUID command) {
        Person me = directory.me();
        if (!me.in(Groups.PLAN_OFFICE)) {
            throw new Refusal.Forbidden("refusal.onlyPlanOfficeReopens");
        }
        if (reason.isBlank()) {
            throw new Refusal("refusal.reasonMissing", CompleteStep.label("option", "reopened"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refusal("refusal.tooLong", CompleteStep.label("field", "reason"), LONGEST_REASON);
        }
        if (commands.isDone(me.id(), command, "reopen", List.of(key, reason), clock.instant())) {
            return;
        }
        if (cases.find(key).isEmpty()) {
            throw new Refusal.NotFound("refusal.noCase", key);
        }
        // another may be completing it just now: what is taken back is what stands when it is ours
        Case before = cases.lock(key);
        if (before.state() != Case.State.COMPLETED || !cases.reopened(key, clock.instant())) {
            throw new Refusal.Conflict("refusal.notCompleted");
        }
        events.publishEvent(new CaseReopened(key, before.acceptanceNumber(), reason.strip()));
        workflow.start(before.process(), key, OpenCases.variables(before));
    }

    /**
     * A completed case was opened again; what its acceptance had contributed is reversed.
     *
     * @param caseKey the case
     * @param acceptanceNumber the acceptance that no longer stands
     * @param reason why
     */
    public record CaseReopened(CaseKey caseKey, int acceptanceNumber, String reason) implements Recorded {}
}
