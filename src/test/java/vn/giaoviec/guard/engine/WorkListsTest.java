package vn.giaoviec.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryVariableValue;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** A list paged from what waits is the list that the engine makes of all its steps. */
@EngineTest
class WorkListsTest {
    /** What a list may ask for, and what asks for nothing: how a query was built, and how much of each step it brings. */
    private static final Set<String> LEFT_TO_LISTS = Set.of(
            "candidateGroups",
            "includeAssignedTasks",
            "dueBefore",
            "dueAfter",
            "followUpNullAccepted",
            "initializeFormKeys",
            "taskNameCaseInsensitive",
            "variableNamesIgnoreCase",
            "variableValuesIgnoreCase",
            "cachedCandidateGroups",
            "cachedUserGroups",
            "queries",
            "isOrQueryActive",
            "withCommentAttachmentInfo");

    @Autowired
    Province province;

    @Autowired
    TaskService tasks;

    private final List<CaseDriver> cases = new ArrayList<>();

    @BeforeEach
    void someWork() {
        for (String due : List.of("2099-12-31", "2099-06-30", "2099-09-30")) {
            cases.add(province.opens(AnAssignment.of("resources").dueOn(due)));
        }
        cases.get(1).begins();
    }

    static final List<String> people = List.of("head.stttt", "officer1.stttt", "office1", "inspector1", "head.sxd");

    @ParameterizedTest
    @FieldSource("people")
    void isWhatTheEngineLists(String person) {
        province.as(person, () -> {
            assertThat(tasks.createTaskQuery().count() > 0).isEqualTo(!person.equals("inspector1"));
            sameInOrder(TaskQuery::orderByTaskCreateTime, Task::getCreateTime);
            sameInOrder(TaskQuery::orderByDueDate, Task::getDueDate);
        });
    }

    private void sameInOrder(UnaryOperator<TaskQuery> sorted, Function<Task, Date> by) {
        Comparator<Task> ascending = Comparator.comparing(by, Comparator.nullsFirst(Comparator.naturalOrder()));
        same(query -> sorted.apply(query).asc(), ascending);
        same(query -> sorted.apply(query).desc(), ascending.reversed());
    }

    private void same(UnaryOperator<TaskQuery> sorted, Comparator<Task> order) {
        Date middle = Date.from(Instant.parse("2099-08-01T00:00:00Z"));
        List<UnaryOperator<TaskQuery>> lists = List.of(
                query -> query,
                query -> query.dueBefore(middle),
                query -> query.dueAfter(middle),
                query -> query.taskCandidateGroupIn(List.of("STTTT.head", "plan-office"))
                        .includeAssignedTasks());
        for (UnaryOperator<TaskQuery> list : lists) {
            TaskQuery paged = sorted.apply(list.apply(tasks.createTaskQuery()));
            List<Task> expected =
                    ((TaskQueryImpl) byTheEngine(sorted.apply(list.apply(tasks.createTaskQuery())))).unlimitedList();
            List<Task> found = new ArrayList<>();
            int page = expected.size() / 3 + 1;
            for (int from = 0; from <= expected.size(); from += page) {
                found.addAll(paged.listPage(from, page));
            }
            assertThat(found).isSortedAccordingTo(order);
            assertThat(found)
                    .extracting(Task::getId)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(Task::getId).toList());
            assertThat(list.apply(tasks.createTaskQuery()).count())
                    .isEqualTo(Math.min(WorkLists.LONGEST_COUNT, expected.size()));
        }
    }

    /** Takes a query to the engine as it is, without asking for less: no step is called that. */
    private static TaskQuery byTheEngine(TaskQuery query) {
        return query.taskNameNotEqual("-");
    }

    static Stream<Field> criteria() {
        return Stream.of(TaskQueryImpl.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !LEFT_TO_LISTS.contains(field.getName()));
    }

    /** Whatever else the engine's query can hold, now or in a later version. */
    @ParameterizedTest
    @MethodSource("criteria")
    void anyOtherCriterionGoesToTheEngine(Field criterion) throws IllegalAccessException {
        TaskQueryImpl query = new TaskQueryImpl();
        assertThat(WorkLists.asksForAListOnly(query)).isTrue();
        criterion.setAccessible(true);
        criterion.set(query, somethingFor(criterion));
        assertThat(WorkLists.asksForAListOnly(query)).isFalse();
    }

    private static Object somethingFor(Field field) {
        return switch (field.getType().getSimpleName()) {
            case "String" -> "x";
            case "String[]" -> new String[] {"x"};
            case "Integer" -> 1;
            case "boolean", "Boolean" -> true;
            case "Date" -> Date.from(Instant.EPOCH);
            case "Set" -> Set.of("x");
            case "List" -> List.of(new TaskQueryVariableValue("x", "y", QueryOperator.EQUALS, true, true));
            case "SuspensionState" -> SuspensionState.ACTIVE;
            case "DelegationState" -> DelegationState.PENDING;
            default -> throw new IllegalStateException("a new kind of criterion: " + field);
        };
    }
}
