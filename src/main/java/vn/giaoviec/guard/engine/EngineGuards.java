package vn.giaoviec.guard.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaoviec.workflow.WaitingSteps;

/**
 * Puts the guards into the engine, inside of the links that record refusals, and sets what the engine leaves open by
 * default: nobody asks for more than 2,000 rows, no decision tables, no foreign entities in models.
 */
@Component
@Order(Ordering.DEFAULT_ORDER + 10)
class EngineGuards extends SpringBootProcessEnginePlugin {
    static final int MOST_ROWS = 2_000;

    private final ApplicationContext context;
    private final AllowedCommands commands;
    private final ObjectProvider<WaitingSteps> waiting;

    EngineGuards(ApplicationContext context, AllowedCommands commands, ObjectProvider<WaitingSteps> waiting) {
        this.context = context;
        this.commands = commands;
        this.waiting = waiting;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setExpressionManager(new QueryExpressions(context, engine.getBeans()));
        engine.setResourceAuthorizationProvider(new NoGrants());
        // nothing of ours takes away what another grant gives, and nobody may add one that does
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        engine.setCommandCheckers(new ArrayList<>(List.of(new TenantCommandChecker(), new OwnSteps.Checker())));
        List<SessionFactory> sessions = orEmpty(engine.getCustomSessionFactories());
        sessions.add(new OwnSteps.Sessions());
        sessions.add(new WorkLists(waiting::getObject));
        engine.setCustomSessionFactories(sessions);
        List<BpmnParseListener> parsing = orEmpty(engine.getCustomPreBPMNParseListeners());
        parsing.add(new PlainModels());
        engine.setCustomPreBPMNParseListeners(parsing);
        engine.setCustomPreCommandInterceptorsTxRequired(
                guarded(engine, engine.getCustomPreCommandInterceptorsTxRequired()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                guarded(engine, engine.getCustomPreCommandInterceptorsTxRequiresNew()));
        engine.setQueryMaxResultsLimit(MOST_ROWS);
        engine.setDmnEnabled(false);
        engine.setEnableXxeProcessing(false);
        // Cockpit shows where a case stands, never its variables
        engine.setEnforceSpecificVariablePermission(true);
    }

    /** An interceptor belongs to one chain, so each chain gets its own. */
    private List<CommandInterceptor> guarded(
            SpringProcessEngineConfiguration engine, @Nullable Collection<CommandInterceptor> links) {
        List<CommandInterceptor> chain = orEmpty(links);
        chain.add(commands.interceptor(engine));
        return chain;
    }

    private static <T> List<T> orEmpty(@Nullable Collection<T> some) {
        return some == null ? new ArrayList<>() : new ArrayList<>(some);
    }
}
