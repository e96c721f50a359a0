package vn.giaoviec.workflow.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetFormKeyCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessApplicationForDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringTransactionContext;
import org.camunda.bpm.engine.spring.SpringTransactionInterceptor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A question to the engine opens no transaction. The engine opens one for each command, and one request of Tasklist is up to
 * five commands; the database was told fourteen times in a list's thirty-eight statements that a transaction begins or ends
 * in which nothing was written. A question keeps one connection while it is answered; asked within a transaction, it is part
 * of it. At the isolation the engine demands, each statement sees what is committed when it begins, either way.
 */
final class PlainReads extends CommandInterceptor {
    /** What Tasklist asks besides queries. A command that is not named here has its transaction. */
    private static final Set<Class<?>> QUESTIONS = Set.of(
            GetFilterCmd.class,
            GetIdentityLinksForTaskCmd.class,
            GetFormKeyCmd.class,
            GetProcessApplicationForDeploymentCmd.class,
            GetTaskFormCmd.class,
            GetDeployedTaskFormCmd.class,
            GetDeployedProcessDefinitionCmd.class,
            GetDeploymentProcessModelCmd.class,
            AuthorizationCheckCmd.class,
            IsIdentityServiceReadOnlyCmd.class,
            CreateUserQueryCmd.class,
            CreateGroupQueryCmd.class,
            CreateTenantQueryCmd.class);

    private final TransactionTemplate transactionIfThereIsOne;
    private final CommandExecutor beyond;

    /** @param beyond what stands behind the link that opens transactions */
    private PlainReads(PlatformTransactionManager transactions, CommandExecutor beyond) {
        transactionIfThereIsOne = new TransactionTemplate(transactions);
        transactionIfThereIsOne.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
        this.beyond = beyond;
    }

    /** Places one in an engine's chain of links, before the one that opens transactions. */
    static void placeIn(List<CommandInterceptor> chain, PlatformTransactionManager transactions) {
        for (int at = 1; at < chain.size(); at++) {
            CommandInterceptor link = chain.get(at);
            if (link instanceof SpringTransactionInterceptor) {
                PlainReads reads = new PlainReads(transactions, link.getNext());
                reads.setNext(link);
                chain.get(at - 1).setNext(reads);
            }
        }
    }

    @Override
    public <T> T execute(Command<T> command) {
        return asks(command)
                ? transactionIfThereIsOne.execute(status -> beyond.execute(command))
                : next.execute(command);
    }

    /**
     * What tells a command's own objects of its transaction. Where a question failed, the engine's would mark a transaction
     * to be rolled back, and open one to do so.
     */
    static final class OfCommand extends SpringTransactionContext {
        OfCommand(PlatformTransactionManager transactions, CommandContext command) {
            super(transactions, command);
        }

        @Override
        public void rollback() {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                super.rollback();
            }
        }
    }

    private static boolean asks(Command<?> command) {
        return command instanceof AbstractQuery
                || command instanceof AbstractExecuteFilterCmd
                || QUESTIONS.contains(command.getClass());
    }
}
