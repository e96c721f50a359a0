package vn.giaoviec.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.LostRace;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;
import vn.giaoviec.workflow.SettledSteps;

/**
 * The outermost link around a person's engine command. When a rule said no, the engine has already rolled back; here the
 * refusal is recorded in its own transaction and turned into a request error that Tasklist shows with our words, not
 * with the engine's wrapping. Losing a race is a refusal too: somebody was faster, and where a step was completed the
 * answer says by whom and when; to the one who did it, that it is done.
 */
@Component
class RefusalInterceptor {
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SettledSteps> settledSteps;

    RefusalInterceptor(
            MessageSource messages, ApplicationEventPublisher events, ObjectProvider<SettledSteps> settledSteps) {
        this.messages = messages;
        this.events = events;
        this.settledSteps = settledSteps;
    }

    CommandInterceptor interceptor() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                // inside another command, or inside a use case of ours: the outer one answers
                if (Context.getCommandContext() != null
                        || TransactionSynchronizationManager.isActualTransactionActive()) {
                    return withoutTheEnginesWords(command);
                }
                try {
                    return next.execute(command);
                } catch (RuntimeException failure) {
                    Refusal refusal = refusalIn(failure);
                    if ((refusal == null || refusal instanceof Refusal.Conflict) && completesWhatIsGone(command)) {
                        refusal = settled(command);
                    }
                    if (refusal == null) {
                        throw failure;
                    }
                    throw refuse(refusal, command, failure);
                }
            }

            /** A use case of ours that lost a race inside the engine must not need to know the engine's exception. */
            private <T> T withoutTheEnginesWords(Command<T> command) {
                try {
                    return next.execute(command);
                } catch (OptimisticLockingException lost) {
                    throw Context.getCommandContext() == null
                            ? new OptimisticLockingFailureException(lost.getMessage(), lost)
                            : lost;
                }
            }

            /** However the engine stumbled: if the step waits no more, somebody else has done it. */
            private boolean completesWhatIsGone(Command<?> command) {
                if (!completes(command)) {
                    return false;
                }
                String taskId = CommandSubject.of(command);
                return taskId != null
                        && next.execute(context -> context.getTaskManager().findTaskById(taskId) == null);
            }
        };
    }

    private Refusal settled(Command<?> command) {
        String taskId = CommandSubject.of(command);
        return Actor.current() == null || taskId == null
                ? new Refusal.Conflict("refusal.stepIsGone")
                : settledSteps.getObject().answer(taskId).orElseGet(() -> new Refusal.Conflict("refusal.stepIsGone"));
    }

    private ProcessEngineException refuse(Refusal refusal, Command<?> command, RuntimeException failure) {
        if (!(refusal instanceof Refusal.AlreadyDone)) {
            events.publishEvent(Refused.of(refusal, attempt(command), CommandSubject.of(command)));
        }
        String words = messages.getMessage(refusal.key(), refusal.args().toArray(), LocaleContextHolder.getLocale());
        // the REST interface answers 400 to each, but for completing only to the second
        return completes(command)
                ? new RefusedCompletion(refusal, words, failure)
                : new BadUserRequestException(words, failure);
    }

    private static boolean completes(Command<?> command) {
        return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
    }

    private static String attempt(Command<?> command) {
        String name = command.getClass().getSimpleName();
        return name.endsWith("Cmd") ? name.substring(0, name.length() - 3) : name;
    }

    private static @Nullable Refusal refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof SuspendedEntityInteractionException && Actor.current() != null) {
                return new Refusal.Conflict("refusal.caseIsSuspended");
            }
            if (cause instanceof OptimisticLockingException && Actor.current() != null) {
                return new Refusal.Conflict("refusal.someoneWasFaster");
            }
        }
        return LostRace.is(failure) && Actor.current() != null
                ? new Refusal.Conflict("refusal.someoneWasFaster")
                : null;
    }

    /** Which task or process instance a command was about, for the record. */
    private static final class CommandSubject {
        private static final List<String> FIELDS = List.of("taskId", "entityId", "processInstanceId", "executionId");

        static @Nullable String of(Command<?> command) {
            return FIELDS.stream()
                    .map(name -> CommandFields.value(command, name))
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .findFirst()
                    .orElse(null);
        }
    }
}
