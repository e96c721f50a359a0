package vn.giaoviec.workflow.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.PatchExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.Refusal;

/**
 * Variables are the server's. A signed-in person may complete a step or start nothing at all with a variable in the
 * request: gateways read variables, and a candidate of a task may otherwise set any of them through the engine's REST
 * interface. Two nets: the command itself must carry no variables (transient ones leave no history), and whatever
 * variable is written outside {@link ServerWrites} is refused when the engine records it.
 */
@Component
class VariableGuard {
    CommandInterceptor interceptor() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (Context.getCommandContext() != null) {
                    return next.execute(command);
                }
                if (!ServerWrites.underWay() && Actor.current() != null && writesVariables(command)) {
                    throw new Refusal.Forbidden("refusal.variablesAreTheServers");
                }
                return ServerWrites.forgettingAfter(() -> next.execute(command));
            }
        };
    }

    private static boolean writesVariables(Command<?> command) {
        return command instanceof AbstractSetVariableCmd
                || command instanceof AbstractRemoveVariableCmd
                || command instanceof PatchTaskVariablesCmd
                || command instanceof PatchExecutionVariablesCmd
                || CommandFields.values(command).stream()
                        .anyMatch(value -> value instanceof Map<?, ?> map && !map.isEmpty());
    }

    HistoryEventHandler historyNet() {
        return new HistoryEventHandler() {
            @Override
            public void handleEvent(HistoryEvent event) {
                if (event instanceof HistoricVariableUpdateEventEntity
                        && !event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE)
                        && !ServerWrites.underWay()
                        && Actor.current() != null) {
                    throw new Refusal.Forbidden("refusal.variablesAreTheServers");
                }
            }

            @Override
            public void handleEvents(List<HistoryEvent> events) {
                events.forEach(this::handleEvent);
            }
        };
    }
}
