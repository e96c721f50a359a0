package vn.giaoviec.shared;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Tells a failure that only says that somebody else was at the same rows from one that is a bug. The driver reports a lock
 * wait that took too long without a class of its own, so the server's numbers are looked at too.
 */
public final class LostRace {
    /** MariaDB: lock wait timeout, deadlock; H2: lock timeout, deadlock. */
    private static final Set<Integer> LOCK_ERRORS = Set.of(1205, 1213, 50200, 40001);

    private LostRace() {}

    /** Whether the same thing done again from the start may well succeed. */
    public static boolean mayBeRetried(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof SQLTransactionRollbackException
                    || (cause instanceof SQLException sql && LOCK_ERRORS.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody else was faster, be it that repeating helps or that the place is taken. */
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DuplicateKeyException) {
                return true;
            }
        }
        return mayBeRetried(failure);
    }
}
