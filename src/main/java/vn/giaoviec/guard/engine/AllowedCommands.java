package vn.giaoviec.guard.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.ActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.DeploymentQueryImpl;
import org.camunda.bpm.engine.impl.ExternalTaskQueryImpl;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.JobDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterCountCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterSingleResultCmd;
import org.camunda.bpm.engine.impl.cmd.GetActivityInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetFormKeyCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessApplicationForDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.GetStaticCalledProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmmn.entity.repository.CaseDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.filter.FilterQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.giaoviec.guard.EngineOperations;
import vn.giaoviec.shared.Actor;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Looked;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.shared.Refused;
import vn.giaoviec.substitution.Substitutions;
import vn.giaoviec.workflow.engine.CommandFields;

/**
 * What a signed-in person may ask of the engine: to see and work the own steps, and nothing else, by whatever interface.
 * The engine knows some three hundred commands, thirteen of them about attachments and comments without any check of
 * rights; here everything is refused that is not named. Use cases of ours enter by the workflow's door, whose commands
 * are our own, and have checked the person themselves.
 */
@Component
class AllowedCommands {
    private static final Logger LOG = LoggerFactory.getLogger(AllowedCommands.class);
    private static final String OURS = "vn.giaoviec.";

    private static final Set<Class<?>> ALLOWED = Set.of(
            TaskQueryImpl.class,
            FilterQueryImpl.class,
            GetFilterCmd.class,
            ExecuteFilterListCmd.class,
            ExecuteFilterListPageCmd.class,
            ExecuteFilterCountCmd.class,
            ExecuteFilterSingleResultCmd.class,
            GetIdentityLinksForTaskCmd.class,
            GetFormKeyCmd.class,
            GetProcessApplicationForDeploymentCmd.class,
            GetTaskFormCmd.class,
            GetDeployedTaskFormCmd.class,
            ProcessDefinitionQueryImpl.class,
            GetDeployedProcessDefinitionCmd.class,
            GetDeploymentProcessModelCmd.class,
            AuthorizationCheckCmd.class,
            ClaimTaskCmd.class,
            AssignTaskCmd.class,
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            IsIdentityServiceReadOnlyCmd.class,
            CreateUserQueryCmd.class,
            CreateGroupQueryCmd.class,
            CreateTenantQueryCmd.class);

    /** What Cockpit asks besides; the engine's own grants narrow it further. */
    private static final Set<Class<?>> WATCHING = Set.of(
            ProcessInstanceQueryImpl.class,
            GetActivityInstanceCmd.class,
            ActivityStatisticsQueryImpl.class,
            ProcessDefinitionStatisticsQueryImpl.class,
            GetStaticCalledProcessDefinitionCmd.class,
            VariableInstanceQueryImpl.class,
            JobDefinitionQueryImpl.class,
            JobQueryImpl.class,
            ExternalTaskQueryImpl.class,
            DeploymentQueryImpl.class,
            CaseDefinitionQueryImpl.class,
            DecisionDefinitionQueryImpl.class);

    private final Substitutions substitutions;
    private final ApplicationEventPublisher events;

    AllowedCommands(Substitutions substitutions, ApplicationEventPublisher events) {
        this.substitutions = substitutions;
        this.events = events;
    }

    CommandInterceptor interceptor(ProcessEngineConfigurationImpl engine) {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                String person = Actor.current();
                if (person == null || Context.getCommandContext() != null) {
                    return next.execute(command);
                }
                if (!allowed(command, person, groups())) {
                    LOG.info(
                            "{} asked the engine for {}",
                            person,
                            command.getClass().getName());
                    throw new Refusal.Forbidden("refusal.operationNotOffered");
                }
                Authentication own = engine.getIdentityService().getCurrentAuthentication();
                try {
                    T answer = isOurs(command) ? next.execute(command) : withHeldRights(command, own);
                    if (command instanceof GetActivityInstanceCmd) {
                        looked(String.valueOf(CommandFields.value(command, "processInstanceId")));
                    }
                    return answer;
                } catch (AuthorizationException denied) {
                    events.publishEvent(Refused.of(
                            new Refusal.Forbidden("refusal.notYourStep"),
                            command.getClass().getSimpleName(),
                            String.valueOf(CommandFields.value(command, "taskId"))));
                    throw denied;
                }
            }

            /** Use cases of ours have asked themselves in whose place somebody acts. */
            private <T> T withHeldRights(Command<T> command, @Nullable Authentication own) {
                if (own == null || own.getUserId() == null) {
                    return next.execute(command);
                }
                IdentityService identity = engine.getIdentityService();
                WithHeldRights person = new WithHeldRights(own, () -> substitutions.heldBy(own.getUserId()));
                identity.setAuthentication(person);
                person.count();
                try {
                    return next.execute(command);
                } finally {
                    identity.setAuthentication(own);
                }
            }

            private List<String> groups() {
                Authentication person = engine.getIdentityService().getCurrentAuthentication();
                return person == null || person.getGroupIds() == null ? List.of() : person.getGroupIds();
            }

            /** Whoever opens another's case in Cockpit leaves a trace in that case. */
            private void looked(String instance) {
                String key = next.execute(context -> {
                    ExecutionEntity found = context.getExecutionManager().findExecutionById(instance);
                    return found == null ? null : found.getBusinessKey();
                });
                if (key != null) {
                    events.publishEvent(new Looked(CaseKey.of(key), "Cockpit"));
                }
            }
        };
    }

    private static boolean isOurs(Command<?> command) {
        return command.getClass().getName().startsWith(OURS);
    }

    private static boolean allowed(Command<?> command, String person, List<String> groups) {
        if (command instanceof ClaimTaskCmd) {
            return person.equals(CommandFields.value(command, "userId"));
        }
        if (command instanceof AssignTaskCmd) {
            return CommandFields.value(command, "userId") == null;
        }
        Class<?> type = command.getClass();
        return ALLOWED.contains(type)
                || isOurs(command)
                || (WATCHING.contains(type) && groups.stream().anyMatch(EngineOperations.WATCHERS::contains));
    }
}
