package vn.giaoviec.casework;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.DuringTransaction;

/**
 * The cases that the running transaction has locked, as it read them then. Nobody else can change them before it ends;
 * when it writes any case itself, all are forgotten.
 */
final class LockedCases {
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
        return TransactionSynchronizationManager.isActualTransactionActive() && DuringTransaction.isRunning();
    }

    private static LockedCases ofThisTransaction() {
        return DuringTransaction.one(LockedCases.class, LockedCases::new);
    }
}
