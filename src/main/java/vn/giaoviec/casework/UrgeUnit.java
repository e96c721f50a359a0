package vn.giaoviec.casework;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;

/** The plan office chases a unit by a letter (đôn đốc); the letter stays with the case. */
@Service
public class UrgeUnit {
    private final Orders orders;
    private final ApplicationEventPublisher events;

    UrgeUnit(Orders orders, ApplicationEventPublisher events) {
        this.orders = orders;
        this.events = events;
    }

    /**
     * @param command names the form that is sent; the same form sent again urges nobody twice
     * @throws Refusal if the actor is not of the plan office, something is missing, or the case is not under way
     */
    @Transactional
    public void urge(CaseKey key, String letter, String words, UUID command) {
        orders.take(key, CaseOrder.Kind.URGE, letter, words, command).ifPresent(theCase -> {
            if (theCase.state() != Case.State.OPEN) {
                throw new Refusal.Conflict("refusal.caseNotUnderWay").about(key);
            }
            events.publishEvent(new CaseUrged(key, letter.strip(), words.strip()));
        });
    }
}
