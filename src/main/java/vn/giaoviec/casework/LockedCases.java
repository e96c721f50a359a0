package vn.giaoviec.casework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.giaoviec.shared.CaseKey;

/**
 * The cases that the running transaction has locked, as it read them then. Nobody else can change them before it ends;
 * when it writes any case itself, all are forgotten.
 */
final class LockedCases extends ResourceHolderSupport {
    private final Map<CaseKey, Case> cases = new HashMap<>();
    private final Set<CaseKey> opened = new HashSet<>();

    static void keep(Case locked) {
        if (isInTransaction()) {
            ofThisTransaction().cases.put(locked.key(), locked);
        }
    }

    static void keepOpened(Case fresh) {
        keep(fresh);
        if (isInTransaction()) {
            ofThisTransaction().opened.add(fresh.key());
        }
    }

    /** Whether this transaction has opened it, and written no case since: nothing else can belong to it yet. */
    static boolean isNew(CaseKey key) {
        return isInTransaction() && ofThisTransaction().opened.contains(key);
    }

    static Optional<Case> find(CaseKey key) {
        return isInTransaction() ? Optional.ofNullable(ofThisTransaction().cases.get(key)) : Optional.empty();
    }

    static void forget() {
        if (isInTransaction()) {
            ofThisTransaction().cases.clear();
            ofThisTransaction().opened.clear();
        }
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    private static LockedCases ofThisTransaction() {
        LockedCases known = (LockedCases) TransactionSynchronizationManager.getResource(LockedCases.class);
        if (known != null) {
            return known;
        }
        LockedCases fresh = new LockedCases();
        TransactionSynchronizationManager.bindResource(LockedCases.class, fresh);
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<LockedCases, Class<LockedCases>>(fresh, LockedCases.class) {});
        return fresh;
    }
}
