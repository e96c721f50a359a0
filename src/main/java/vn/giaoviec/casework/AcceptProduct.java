package vn.giaoviec.casework;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Recorded;
import vn.giaoviec.shared.Refusal;

/**
 * The product of a case is accepted. A task counts as done only when its product exists and the assigning side has
 * accepted it; what follows from it (the contribution to indicators) shares the engine's transaction.
 */
@Service
public class AcceptProduct {
    private final CaseTable cases;
    private final ApplicationEventPublisher events;

    AcceptProduct(CaseTable cases, ApplicationEventPublisher events) {
        this.cases = cases;
        this.events = events;
    }

    /**
     * Called by the process once the plan office has decided so.
     *
     * @throws Refusal.Conflict if another acceptance was counted in the meantime
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void accept(CaseKey key) {
        Case theCase = cases.find(key).orElseThrow();
        if (!cases.accepted(key, theCase.acceptanceNumber())) {
            throw new Refusal.Conflict("refusal.someoneWasFaster");
        }
        if (theCase.reports() == 0) { // who owes reports has contributed with each of them
            events.publishEvent(new ProductAccepted(key, theCase.acceptanceNumber() + 1, 1, 1));
        }
    }

    /**
     * A product was accepted, or the report of a period.
     *
     * @param caseKey the case
     * @param acceptanceNumber 1 for the first acceptance of the case
     * @param share which of the equal shares of the case this is: 1, or how many of its reports are accepted by now
     * @param shares how many shares the case has: 1, or the number of reports it owes
     */
    public record ProductAccepted(CaseKey caseKey, int acceptanceNumber, int share, int shares) implements Recorded {}
}
