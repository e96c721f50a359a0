package vn.giaoviec.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryVariableValue;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.task.DelegationState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A list is paged from what waits only if its query asks for nothing else. */
class WorkListCriteriaTest {
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
