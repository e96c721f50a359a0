package vn.giaoviec.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.TasklistClient;

/** A list paged from what waits is the list that the engine makes of all its steps. */
@EngineTest
class WorkListsTest {
    @Autowired
    Province province;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private final List<CaseDriver> cases = new ArrayList<>();

    @BeforeEach
    void someWork() {
        for (String due : List.of("2099-12-31", "2099-06-30", "2099-09-30")) {
            cases.add(province.opens(AnAssignment.of("resources").dueOn(due)));
        }
        cases.get(1).begins().does("task_classify=security");
        province.opens(AnAssignment.of("resources").ledBy("SNV"));
    }

    static final List<String> people = List.of("head.stttt", "officer1.stttt", "head.snv", "inspector1");

    @ParameterizedTest
    @FieldSource("people")
    void isWhatTheEngineLists(String person) {
        province.as(person, () -> {
            assertThat(tasks.createTaskQuery().count() > 0).isEqualTo(!person.equals("inspector1"));
            sameInOrder(TaskQuery::orderByTaskCreateTime, Task::getCreateTime);
            sameInOrder(TaskQuery::orderByDueDate, Task::getDueDate);
            // as the ready-made lists are sorted, and by what Tasklist adds
            same(
                    query ->
                            query.orderByDueDate().asc().orderByTaskCreateTime().desc(),
                    Comparator.comparing(Task::getDueDate)
                            .thenComparing(Task::getCreateTime, Comparator.reverseOrder()));
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

    /** Else all of the above would hold of the engine's own lists too. */
    @Test
    void isPagedFromWhatWaits() {
        String task = cases.get(0).step("task_receive").taskId();
        assertThat(listOfHead()).contains(task);
        TasklistClient tasklist = TasklistClient.signIn(port, "head.stttt");
        assertThat(shown(tasklist)).contains(task);
        jdbc.update("update casework_work_item_group set waits = 0 where task_id = ?", task);
        try {
            assertThat(listOfHead()).doesNotContain(task);
            assertThat(shown(tasklist)).doesNotContain(task);
        } finally {
            jdbc.update("update casework_work_item_group set waits = 1 where task_id = ?", task);
        }
    }

    /** What waits is a picture; whether a step is mine, the engine says. */
    @Test
    void aWrongPictureShowsNobodyWhatIsNotTheirs() {
        String theirs = province.opens(AnAssignment.of("resources").ledBy("SNV"))
                .step("task_receive")
                .taskId();
        jdbc.update("""
                insert into casework_work_item_group (task_id, group_id, waits, opened_at)
                select task_id, 'STTTT.head', 1, opened_at from casework_work_item where task_id = ?
                """, theirs);
        try {
            assertThat(listOfHead()).doesNotContain(theirs);
        } finally {
            jdbc.update("delete from casework_work_item_group where task_id = ? and group_id = 'STTTT.head'", theirs);
        }
    }

    private static String shown(TasklistClient tasklist) {
        return tasklist.postHal(
                        "/camunda/api/engine/engine/default/filter/" + tasklist.myUnitsList()
                                + "/list?firstResult=0&maxResults=2000",
                        "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}")
                .body();
    }

    private List<String> listOfHead() {
        return province.as(
                "head.stttt", () -> tasks.createTaskQuery().orderByTaskCreateTime().desc().listPage(0, 2_000).stream()
                        .map(Task::getId)
                        .toList());
    }
}
