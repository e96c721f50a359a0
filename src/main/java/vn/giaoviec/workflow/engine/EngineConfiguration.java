package vn.giaoviec.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What differs from the engine's defaults, each for a reason: no standalone tasks and no case models (nothing of ours
 * uses them, and Tasklist's queries pay for them), candidate groups may see, claim and complete a task but not reassign
 * it, no Java objects in variables, and our guards stand around every command.
 */
@Component
@Order(Ordering.DEFAULT_ORDER)
class EngineConfiguration extends SpringBootProcessEnginePlugin {
    private final RefusalInterceptor refusals;
    private final RetryInterceptor retries;
    private final VariableGuard variables;
    private final HistoryTouches touches;
    private final WorkCalendars calendars;
    private final ObjectProvider<FlowTable> flows;

    EngineConfiguration(
            RefusalInterceptor refusals,
            RetryInterceptor retries,
            VariableGuard variables,
            HistoryTouches touches,
            WorkCalendars calendars,
            ObjectProvider<FlowTable> flows) {
        this.refusals = refusals;
        this.retries = retries;
        this.variables = variables;
        this.touches = touches;
        this.calendars = calendars;
        this.flows = flows;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        // a database that restarts or a clock that is put right takes minutes, not three attempts in a second
        engine.setFailedJobRetryTimeCycle("PT10S,PT1M,PT5M,PT30M,PT2H");
        // a case's one timer asks anew each time it is due: its deadline may have moved
        engine.setReevaluateTimeCycleWhenDue(true);
        // who has claimed how many steps is nobody's to count; the engine would keep a row for each claim
        engine.setTaskMetricsEnabled(false);
        List<SessionFactory> sessions = new ArrayList<>(
                Objects.requireNonNullElse(engine.getCustomSessionFactories(), List.<SessionFactory>of()));
        sessions.add(new KnownDefinitions());
        sessions.add(new NoVariablesOfSteps());
        sessions.add(new TakenFlows.Sessions(flows::getObject));
        engine.setCustomSessionFactories(sessions);
        engine.setHistoryEventProducer(new KnownDefinitions.InHistory());
        engine.setCustomHistoryLevels(List.of(new LeanHistory()));
        // a case's history is part of its record: models may name a time to live, nothing is removed after it
        engine.setHistoryCleanupEnabled(false);
        // who asked is told, and refusals are recorded; the engine would add a stack trace to the log for each
        engine.setEnableCmdExceptionLogging(false);
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());
        engine.setTransactionContextFactory(
                command -> new PlainReads.OfCommand(engine.getTransactionManager(), command));
        engine.setCustomPreCommandInterceptorsTxRequired(guards());
        engine.setCustomPreCommandInterceptorsTxRequiresNew(guards());
        // in this order: a row has its number when the engine has written it
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().addAll(List.of(variables.historyNet(), new HistoryWrites(), touches));
    }

    @Override
    public void postInit(SpringProcessEngineConfiguration engine) {
        calendars.replaceIn((MapBusinessCalendarManager) engine.getBusinessCalendarManager());
        PlainReads.placeIn(engine.getCommandInterceptorsTxRequired(), engine.getTransactionManager());
    }

    /** An interceptor belongs to one chain, so each chain gets its own. */
    private List<CommandInterceptor> guards() {
        return List.of(refusals.interceptor(), retries.interceptor(), variables.interceptor());
    }
}
