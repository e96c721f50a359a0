package vn.giaoviec.testing;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.giaoviec.shared.Recorded;

/**
 * Pulls the plug of a node at one boundary of the first step it completes: nothing is flushed, closed or said. A node has
 * it as one more source, {@code --spring.main.sources=…}, with {@code --giaoviec.test.die=} and the boundary.
 */
@TestComponent
public class KillSwitch {
    private final Boundary boundary;

    KillSwitch(Environment environment) {
        boundary = environment.getRequiredProperty("giaoviec.test.die", Boundary.class);
    }

    /** What starts a node with it. */
    public static String[] at(Boundary boundary) {
        return new String[] {
            "--spring.main.sources=" + KillSwitch.class.getName(), "--giaoviec.test.die=" + boundary.name()
        };
    }

    @EventListener
    void on(Recorded fact) {
        if (fact.getClass().getSimpleName().equals("StepCompleted")) {
            TransactionSynchronizationManager.registerSynchronization(new Plug());
        }
    }

    private void reached(Boundary here) {
        if (here == boundary) {
            Runtime.getRuntime().halt(137);
        }
    }

    /** Where a node ends. */
    public enum Boundary {
        /** The engine has written its rows, the ledger not yet. */
        AFTER_FLUSH,
        /** All is written, nothing committed. */
        BEFORE_COMMIT,
        /** Committed; whoever asked has no answer, and nothing is sealed. */
        BEFORE_SEAL
    }

    private final class Plug implements TransactionSynchronization {
        /** Before the ledger's. */
        @Override
        public int getOrder() {
            return 0;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            reached(Boundary.AFTER_FLUSH);
        }

        @Override
        public void beforeCompletion() {
            reached(Boundary.BEFORE_COMMIT);
        }

        @Override
        public void afterCommit() {
            reached(Boundary.BEFORE_SEAL);
        }
    }
}
