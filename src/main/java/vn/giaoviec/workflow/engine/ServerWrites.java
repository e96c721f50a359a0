package vn.giaoviec.workflow.engine;

import java.util.function.Supplier;

/**
 * Marks the stretch of a command in which the server itself writes process variables: starting a case, and everything
 * that follows once a completed step has passed its rule. Outside of it a signed-in person's command may write none.
 */
final class ServerWrites {
    private static final ThreadLocal<Boolean> UNDER_WAY = ThreadLocal.withInitial(() -> false);

    private ServerWrites() {}

    static boolean underWay() {
        return UNDER_WAY.get();
    }

    /** From here to the end of the command only listeners, delegates and the engine itself write. */
    static void fromHereOn() {
        UNDER_WAY.set(true);
    }

    static <T> T during(Supplier<T> work) {
        boolean before = UNDER_WAY.get();
        UNDER_WAY.set(true);
        try {
            return work.get();
        } finally {
            UNDER_WAY.set(before);
        }
    }

    /** Runs a whole command and forgets what it marked. */
    static <T> T forgettingAfter(Supplier<T> command) {
        boolean before = UNDER_WAY.get();
        try {
            return command.get();
        } finally {
            UNDER_WAY.set(before);
        }
    }
}
