package vn.giaoviec.casework;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.workflow.Workflow;

/** A decision lays a case aside (tạm dừng): nobody works on it, and its time does not run. */
@Service
public class SuspendCase {
    private final Orders orders;
    private final CaseTable cases;
    private final Workflow workflow;
    private final BusinessClock clock;

    SuspendCase(Orders orders, CaseTable cases, Workflow workflow, BusinessClock clock) {
        this.orders = orders;
        this.cases = cases;
        this.workflow = workflow;
        this.clock = clock;
    }

    /**
     * @param command names the form that is sent; the same form sent again does nothing
     * @throws Refusal if the actor is not of the plan office, something is missing, or the case is not under way
     */
    @Transactional
    public void suspend(CaseKey key, String document, String reason, UUID command) {
        orders.take(key, CaseOrder.Kind.SUSPEND, document, reason, command).ifPresent(theCase -> {
            if (!cases.turned(key, Case.State.OPEN, Case.State.SUSPENDED, clock.instant())) {
                throw new Refusal.Conflict("refusal.caseNotUnderWay").about(key);
            }
            workflow.suspend(key);
        });
    }
}
