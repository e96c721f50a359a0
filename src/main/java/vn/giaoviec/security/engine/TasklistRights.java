package vn.giaoviec.security.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.rest.hal.Hal;
import org.camunda.bpm.engine.rest.hal.cache.DefaultHalResourceCache;
import org.camunda.bpm.engine.rest.hal.processDefinition.HalProcessDefinition;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.giaoviec.guard.EngineOperations;
import vn.giaoviec.shared.Turns;

/**
 * What everybody may do in Tasklist, the ready-made work lists, and who looks into Cockpit. Tasks are granted to nobody:
 * who is a candidate sees and works them. Existing grants and lists are left alone, so a restart changes nothing.
 */
@Component
@Order(0)
class TasklistRights implements ApplicationRunner {
    private static final int KEPT = 100;
    private static final long KEPT_SECONDS = 3_600;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final MessageSource messages;
    private final Turns turns;

    TasklistRights(
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            MessageSource messages,
            Turns turns) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.messages = messages;
        this.turns = turns;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        turns.take("tasklist rights");
        grantToAll(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grantToAll(Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        // what everybody may read and nobody can change is kept with the lists that name it
        Hal.getInstance()
                .registerHalRelationCache(HalProcessDefinition.class, new DefaultHalResourceCache(KEPT, KEPT_SECONDS));
        for (String watcher : EngineOperations.WATCHERS) {
            grantToGroup(watcher, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            grantToGroup(
                    watcher,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    ProcessDefinitionPermissions.READ_INSTANCE);
        }
        Map<String, TaskQuery> lists = new LinkedHashMap<>();
        lists.put("mine", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        lists.put("myUnit", ofMyGroups());
        lists.put("overdue", ofMyGroups().dueBeforeExpression("${now()}"));
        lists.put(
                "dueThisWeek",
                ofMyGroups().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(7)}"));
        List<String> names =
                filters.createFilterQuery().list().stream().map(Filter::getName).toList();
        int priority = 0;
        for (Map.Entry<String, TaskQuery> list : lists.entrySet()) {
            priority += 10;
            String name = messages.getMessage("filter." + list.getKey(), null, VIETNAMESE);
            if (!names.contains(name)) {
                create(list.getKey(), name, list.getValue(), priority);
            }
        }
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private void create(String key, String name, TaskQuery query, int priority) {
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(Map.of(
                "priority",
                priority,
                "description",
                messages.getMessage("filter." + key + ".description", null, VIETNAMESE),
                // each open browser would ask again every ten seconds
                "refresh",
                false));
        Filter saved = filters.saveFilter(filter);
        grantToAll(Resources.FILTER, saved.getId(), Permissions.READ);
    }

    private void grantToAll(Resource resource, String id, Permission permission) {
        grant(Authorization.AUTH_TYPE_GLOBAL, null, resource, id, permission);
    }

    private void grantToGroup(String group, Resource resource, String id, Permission permission) {
        grant(Authorization.AUTH_TYPE_GRANT, group, resource, id, permission);
    }

    private void grant(int type, @Nullable String group, Resource resource, String id, Permission permission) {
        boolean granted = authorizations
                .createAuthorizationQuery()
                .authorizationType(type)
                .resourceType(resource)
                .resourceId(id)
                .list()
                .stream()
                .anyMatch(grant -> Objects.equals(grant.getGroupId(), group));
        if (!granted) {
            Authorization grant = authorizations.createNewAuthorization(type);
            if (group != null) {
                grant.setGroupId(group);
            }
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.addPermission(permission);
            authorizations.saveAuthorization(grant);
        }
    }
}
