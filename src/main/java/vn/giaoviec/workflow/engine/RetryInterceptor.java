package vn.giaoviec.workflow.engine;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.LostRace;

/**
 * A person's command that met another at the same rows (deadlock, lock wait, optimistic locking) is done again from the
 * start, a few times after a short random pause: mostly it simply succeeds then. It stands outside the engine's transaction,
 * which has been rolled back whole before a repetition; MariaDB itself undoes only the statement when a lock wait runs out.
 * Inside another transaction or command nothing is repeated, since only its owner can start over. Jobs have their own
 * repetitions. A lost connection is no such failure: its commit may have happened.
 */
@Component
class RetryInterceptor {
    private static final int RETRIES = 3;
    private static final int SHORTEST_MILLIS = 20;
    private static final int LONGEST_MILLIS = 200;

    CommandInterceptor interceptor() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (Actor.current() == null
                        || Context.getCommandContext() != null
                        || TransactionSynchronizationManager.isActualTransactionActive()) {
                    return next.execute(command);
                }
                for (int retry = 0; retry < RETRIES; retry++) {
                    try {
                        return next.execute(command);
                    } catch (RuntimeException failure) {
                        if (!metAnother(failure)) {
                            throw failure;
                        }
                        pause(failure);
                    }
                }
                return next.execute(command);
            }
        };
    }

    private static boolean metAnother(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException) {
                return true;
            }
        }
        return LostRace.mayBeRetried(failure);
    }

    /** Random, so that two that met do not meet again. */
    private static void pause(RuntimeException failure) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
