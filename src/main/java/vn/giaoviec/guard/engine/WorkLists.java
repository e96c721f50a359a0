package vn.giaoviec.guard.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.query.QueryProperty;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import vn.giaoviec.workflow.WaitingSteps;
import vn.giaoviec.workflow.WaitingSteps.Asked;
import vn.giaoviec.workflow.WaitingSteps.By;
import vn.giaoviec.workflow.WaitingSteps.Field;

/**
 * Pages the lists that Tasklist shows. The engine's own query joins every open step of a person's groups and sorts them all
 * for fifteen; here our picture of what waits names the fifteen, and the candidates in the engine's own tables, by the rule of
 * {@link OwnSteps}, still decide about each. So a mistake in the picture can leave a step out but never show one that is not
 * the person's. A query that asks for anything else goes to the engine as it is.
 */
final class WorkLists implements SessionFactory {
    /** Nobody pages through more: counting ends one beyond, which Tasklist shows as "1000+". */
    static final int LONGEST_COUNT = 1_001;

    /** All that a work list may ask for; {@link JsonTaskQueryConverter} names whatever else a query holds. */
    private static final Set<String> KNOWN = Set.of(
            JsonTaskQueryConverter.CANDIDATE_GROUPS,
            JsonTaskQueryConverter.INCLUDE_ASSIGNED_TASKS,
            JsonTaskQueryConverter.DUE_BEFORE,
            JsonTaskQueryConverter.DUE_AFTER,
            JsonTaskQueryConverter.ORDERING_PROPERTIES,
            "taskCandidateGroupInExpression",
            "dueBeforeExpression",
            "dueAfterExpression");

    private static final Map<QueryProperty, Field> FIELDS =
            Map.of(TaskQueryProperty.CREATE_TIME, Field.OPENED, TaskQueryProperty.DUE_DATE, Field.DUE);

    private final Supplier<WaitingSteps> waiting;

    WorkLists(Supplier<WaitingSteps> waiting) {
        this.waiting = waiting;
    }

    @Override
    public Class<?> getSessionType() {
        return TaskManager.class;
    }

    @Override
    public Session openSession() {
        return new Pages();
    }

    private final class Pages extends TaskManager {
        @Override
        public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
            List<By> order = order(query);
            // whoever asks for all at once is no person before a screen
            Optional<Asked> asked =
                    order.isEmpty() || query.getMaxResults() > EngineGuards.MOST_ROWS ? Optional.empty() : asked(query);
            return asked.isEmpty()
                    ? super.findTasksByQueryCriteria(query)
                    : page(
                            waiting.get().page(asked.get(), order, query.getFirstResult(), query.getMaxResults()),
                            OwnSteps.groups(query).orElseThrow());
        }

        private List<Task> page(List<String> ids, Collection<String> own) {
            if (ids.isEmpty()) {
                return List.of();
            }
            List<Task> found = new ArrayList<>(findTasksByNativeQuery(Those.of(ids, own), 0, ids.size()));
            Map<String, Integer> places = new HashMap<>();
            ids.forEach(id -> places.put(id, places.size()));
            found.sort(Comparator.comparing(task -> places.get(task.getId())));
            return found;
        }

        /** No command that is allowed makes a step beneath another; the engine would look at each end of one. */
        @Override
        public List<Task> findTasksByParentTaskId(String parent) {
            return List.of();
        }

        /** An execution waits at one step; whoever ends that has it at hand. One that is being made is not there yet. */
        @Override
        public List<TaskEntity> findTasksByExecutionId(String execution) {
            DbEntityManager entities = getDbEntityManager();
            List<TaskEntity> known = entities.getCachedEntitiesByType(TaskEntity.class).stream()
                    .filter(task -> execution.equals(task.getExecutionId())
                            && !entities.getDbEntityCache().isTransient(task))
                    .collect(Collectors.toCollection(ArrayList::new)); // the engine takes the ended one out
            return known.isEmpty() ? super.findTasksByExecutionId(execution) : known;
        }

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            return asked(query)
                    .map(asked -> (long) waiting.get().count(asked, LONGEST_COUNT))
                    .orElseGet(() -> super.findTaskCountByQueryCriteria(query));
        }

        /** What a work list asks for; empty if the query asks for more, or if nobody's sight is narrowed. */
        private Optional<Asked> asked(TaskQueryImpl query) {
            OwnSteps.widen(query);
            if (!asksForAListOnly(query)) {
                return Optional.empty();
            }
            List<String> wanted = query.getCandidateGroups();
            if (wanted != null && !query.isIncludeAssignedTasks()) {
                return Optional.empty();
            }
            configureQuery(query);
            return OwnSteps.groups(query)
                    .map(own -> new Asked(
                            wanted == null
                                    ? own
                                    : own.stream().filter(wanted::contains).toList(),
                            instant(query.getDueAfter()),
                            instant(query.getDueBefore())));
        }

        private static @Nullable Instant instant(@Nullable Date date) {
            return date == null ? null : date.toInstant();
        }
    }

    static boolean asksForAListOnly(TaskQueryImpl query) {
        Set<String> criteria =
                new HashSet<>(new JsonTaskQueryConverter().toJsonObject(query).keySet());
        criteria.removeAll(KNOWN);
        String[] instances = query.getProcessInstanceIdIn();
        if (instances != null && instances.length == 0) {
            criteria.remove(JsonTaskQueryConverter.PROCESS_INSTANCE_ID_IN); // Tasklist's way to ask for all
        }
        return criteria.isEmpty()
                && query.getQueries().size() == 1
                && !query.isNoDelegationState(); // the one criterion that the converter leaves out
    }

    /** Empty if it is sorted by nothing, or by what only the engine knows. */
    private static List<By> order(TaskQueryImpl query) {
        Map<Field, By> order = new LinkedHashMap<>();
        for (QueryOrderingProperty by : query.getOrderingProperties()) {
            Field field = by.getRelation() == null ? FIELDS.get(by.getQueryProperty()) : null;
            if (field == null) {
                return List.of();
            }
            // by the same once more changes nothing
            order.putIfAbsent(field, new By(field, by.getDirection() == Direction.DESCENDING));
        }
        return List.copyOf(order.values());
    }

    /**
     * Asks the engine's own tables for some steps, as far as one of the person's groups is a candidate. The engine would put
     * the same together anew for each list, from some two hundred conditions that nobody sets.
     */
    private static final class Those {
        private static final String SQL = """
                select t.* from ACT_RU_TASK t
                where t.ID_ in (%s) and exists (
                    select 1 from ACT_RU_IDENTITYLINK i
                    where i.TASK_ID_ = t.ID_ and i.TYPE_ = 'candidate' and i.GROUP_ID_ in (%s)
                )
                """;

        private Those() {}

        static Map<String, Object> of(Collection<String> ids, Collection<String> groups) {
            Map<String, Object> question = new HashMap<>();
            question.put("sql", SQL.formatted(named("id", ids, question), named("group", groups, question)));
            question.put("resultType", "LIST");
            return question;
        }

        /** Names each value; the last is repeated up to a power of two, so that few texts of statements come to be. */
        private static String named(String kind, Collection<String> values, Map<String, Object> question) {
            List<String> all = List.copyOf(values);
            int many = Integer.highestOneBit(2 * all.size() - 1);
            return IntStream.range(0, many)
                    .mapToObj(at -> {
                        String name = kind + at;
                        question.put(name, all.get(Math.min(at, all.size() - 1)));
                        return "#{" + name + "}";
                    })
                    .collect(Collectors.joining(","));
        }
    }
}
