package vn.giaoviec.guard.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.guard.EngineOperations;

/**
 * Who sees and works a step: the members of its candidate groups, and nobody by any other right. A person who moved to
 * another unit loses the steps of the old one with the membership, those already claimed included. Reassigning,
 * delegating, postponing or deleting a step is open to nobody; handing back one's own claim is, or that of a colleague for
 * whom one stands in.
 */
final class OwnSteps {
    private OwnSteps() {}

    private static boolean isCandidate(TaskEntity task, Authentication person) {
        List<String> groups = person.getGroupIds();
        return groups != null
                && task.getCandidates().stream().anyMatch(link -> groups.contains(String.valueOf(link.getGroupId())));
    }

    /** Takes away what a query that is asked again was narrowed to before. */
    static void widen(TaskQueryImpl query) {
        query.getQueries().removeIf(Mine.class::isInstance);
    }

    /** The groups to which a query has been narrowed; empty if it was not. */
    static Optional<List<String>> groups(TaskQueryImpl query) {
        return query.getQueries().stream()
                .filter(Mine.class::isInstance)
                .findFirst()
                .map(TaskQueryImpl::getCandidateGroupsInternal);
    }

    /** Opens the engine's authorization manager that narrows task queries to one's own steps. */
    static final class Sessions implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new Sight();
        }
    }

    private static final class Sight extends AuthorizationManager {
        @Override
        public void configureTaskQuery(TaskQueryImpl query) {
            widen(query);
            if (isAuthCheckExecuted()) {
                query.getQueries().add(new Mine(query, getCurrentAuthentication()));
            }
            // instead of the engine's join with its grants, which are not even looked for
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }

        /** The engine would ask in each command which groups have grants at all; {@code TasklistRights} grants to no others. */
        @Override
        public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
            return groups == null
                    ? List.of()
                    : groups.stream()
                            .filter(EngineOperations.WATCHERS::contains)
                            .toList();
        }

        /** Everybody may read the ready-made lists, and no others can be made; the engine asks three times for each look. */
        @Override
        public void checkAuthorization(Permission permission, Resource resource, @Nullable String id) {
            if (resource != Resources.FILTER || permission != Permissions.READ) {
                super.checkAuthorization(permission, resource, id);
            }
        }

        /** No step and no case has grants of its own (see {@link NoGrants}); so there are none to take away with it. */
        @Override
        public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
            if (resource != Resources.TASK && resource != Resources.PROCESS_INSTANCE) {
                super.deleteAuthorizationsByResourceId(resource, resourceId);
            }
        }
    }

    /** One more condition, joined to the query by "and": a candidate group of the step is one of mine. */
    private static final class Mine extends TaskQueryImpl {
        private static final long serialVersionUID = 1L;
        private static final String NO_GROUP = "-";

        Mine(TaskQueryImpl whole, Authentication person) {
            isOrQueryActive = true;
            queries = whole.getQueries();
            List<String> groups = person.getGroupIds();
            candidateGroups = groups == null || groups.isEmpty() ? List.of(NO_GROUP) : List.copyOf(groups);
            includeAssignedTasks = true;
        }
    }

    /** The same answers for single steps, where the engine asks before it acts. */
    static final class Checker extends AuthorizationCommandChecker {
        @Override
        public void checkReadTask(TaskEntity task) {
            candidatesOnly(task, Permissions.READ);
        }

        @Override
        public void checkReadTaskVariable(TaskEntity task) {
            candidatesOnly(task, TaskPermissions.READ_VARIABLE);
        }

        @Override
        public void checkTaskWork(TaskEntity task) {
            candidatesOnly(task, Permissions.TASK_WORK);
        }

        @Override
        public void checkTaskAssign(TaskEntity task) {
            Authentication person = asked();
            if (person != null
                    && !(isCandidate(task, person) && WithHeldRights.mayHandOn(person, task.getAssignee()))) {
                throw denied(person, Permissions.TASK_ASSIGN, task);
            }
        }

        @Override
        public void checkUpdateTaskVariable(TaskEntity task) {
            nobody(task, TaskPermissions.UPDATE_VARIABLE);
        }

        @Override
        public void checkDeleteTask(TaskEntity task) {
            nobody(task, Permissions.DELETE);
        }

        /** @param task null where the engine asks before it has found that there is none; it says so next */
        private static void candidatesOnly(@Nullable TaskEntity task, Permission permission) {
            Authentication person = asked();
            if (task != null && person != null && !isCandidate(task, person)) {
                throw denied(person, permission, task);
            }
        }

        private static void nobody(TaskEntity task, Permission permission) {
            Authentication person = asked();
            if (person != null) {
                throw denied(person, permission, task);
            }
        }

        /** The person the engine would check, or null where it checks nobody: the system, or a use case of ours. */
        private static @Nullable Authentication asked() {
            var context = Context.getCommandContext();
            Authentication person = context.getAuthentication();
            return context.isAuthorizationCheckEnabled()
                            && Context.getProcessEngineConfiguration().isAuthorizationEnabled()
                            && person != null
                            && person.getUserId() != null
                    ? person
                    : null;
        }

        private static AuthorizationException denied(Authentication person, Permission permission, TaskEntity task) {
            return new AuthorizationException(
                    person.getUserId(), permission.getName(), Resources.TASK.resourceName(), task.getId());
        }
    }
}
