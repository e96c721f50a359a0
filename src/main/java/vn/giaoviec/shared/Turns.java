package vn.giaoviec.shared;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Work that nodes must not do side by side, such as filling an empty database: whoever comes second waits until the first
 * has committed, and then sees what is done. A turn belongs to a transaction and ends with it, however the node ends.
 */
@Service
public class Turns {
    private final TurnTable table;

    Turns(TurnTable table) {
        this.table = table;
    }

    /**
     * Waits for a turn, for half a minute at most, and keeps it until the caller's transaction ends.
     *
     * @param name a row of {@code shared_turn}, which a migration made
     * @throws org.springframework.dao.PessimisticLockingFailureException if others keep it too long
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String name) {
        if (!table.lock(name)) {
            throw new IllegalArgumentException("no migration has made a turn named " + name);
        }
    }
}
