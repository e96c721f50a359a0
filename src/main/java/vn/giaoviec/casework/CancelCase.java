package vn.giaoviec.casework;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;

/** A decision withdraws a case for good (hủy); it counts nowhere any more. */
@Service
public class CancelCase {
    private final Orders orders;
    private final EndCase endCase;

    CancelCase(Orders orders, EndCase endCase) {
        this.orders = orders;
        this.endCase = endCase;
    }

    /**
     * @param command names the form that is sent; the same form sent again does nothing
     * @throws Refusal if the actor is not of the plan office, something is missing, or the case has ended
     */
    @Transactional
    public void cancel(CaseKey key, String document, String reason, UUID command) {
        orders.take(key, CaseOrder.Kind.CANCEL, document, reason, command)
                .ifPresent(theCase -> endCase.early(theCase, Case.State.CANCELLED, "end_cancelled"));
    }
}
