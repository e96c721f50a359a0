package vn.giaoviec.shared;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction keeps while it runs: one object of a class. It is set aside when another transaction begins
 * within, and gone when its own ends, however it ends.
 */
public final class DuringTransaction {
    private DuringTransaction() {}

    /** Whether something can be kept now. */
    public static boolean isRunning() {
        return TransactionSynchronizationManager.isSynchronizationActive();
    }

    /** The one that is kept, or null. */
    public static <T> @Nullable T known(Class<T> kind) {
        Kept kept = (Kept) TransactionSynchronizationManager.getResource(kind);
        return kept == null ? null : kind.cast(kept.what);
    }

    /**
     * The one that is kept, or a fresh one that is kept from now on.
     *
     * @throws IllegalStateException if no transaction runs, nor a question that keeps one connection
     */
    public static <T> T one(Class<T> kind, Supplier<T> fresh) {
        return keep(kind, fresh, Ordered.LOWEST_PRECEDENCE, any -> {});
    }

    /**
     * The same, of something that has work to do before the transaction commits.
     *
     * @param order when among others' work; the lowest first
     * @param beforeCommit what is done then; not where the transaction rolls back
     * @throws IllegalStateException if no transaction runs
     */
    public static <T> T one(Class<T> kind, Supplier<T> fresh, int order, Consumer<T> beforeCommit) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("nothing will be committed here: " + kind.getName());
        }
        return keep(kind, fresh, order, beforeCommit);
    }

    private static <T> T keep(Class<T> kind, Supplier<T> fresh, int order, Consumer<T> beforeCommit) {
        T known = known(kind);
        if (known != null) {
            return known;
        }
        T what = fresh.get();
        Kept kept = new Kept(what);
        // refuses where no transaction runs, with nothing bound
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<Kept, Class<T>>(kept, kind) {
                    @Override
                    public int getOrder() {
                        return order;
                    }

                    @Override
                    public void beforeCommit(boolean readOnly) {
                        beforeCommit.accept(what);
                    }
                });
        TransactionSynchronizationManager.bindResource(kind, kept);
        return what;
    }

    private static final class Kept extends ResourceHolderSupport {
        private final Object what;

        Kept(Object what) {
            this.what = what;
        }
    }
}
