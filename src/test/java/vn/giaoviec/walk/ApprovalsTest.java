package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.audit.AuditLog;
import vn.giaoviec.audit.Entry;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.WorkItem;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** Decisions from our own pages, over HTTP: the same rules as in Tasklist, one by one and several at once. */
@EngineTest
class ApprovalsTest {
    private static final String HEAD = "head.sgddt";
    private static final Pattern EVIDENCE = Pattern.compile("/evidence/([0-9a-f]{32})");

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    CaseHistory history;

    @Autowired
    AuditLog audit;

    @Autowired
    WebApplicationContext application;

    @Test
    void isApprovedOnceHoweverOftenItIsSent() {
        CaseDriver work = submitted();
        String path = "/approvals/" + task(work);
        TasklistClient head = TasklistClient.signIn(port, HEAD);
        assertThat(head.get("/approvals").body()).contains(path, "Nhiệm vụ thử", "minh-chung.txt", "Nội dung thử");
        assertThat(head.get(path).body()).contains("Nội dung đã trình", "minh-chung.txt");

        Map<String, String> approved = Map.of("decision", "approved");
        assertThat(head.own("POST", path, approved).statusCode()).isEqualTo(302);
        assertThat(work.waitsAt()).containsExactly("task_accept");
        assertThat(head.own("POST", path, approved))
                .satisfies(again -> assertThat(again.statusCode()).isEqualTo(200))
                .satisfies(again -> assertThat(again.body()).contains("Bạn đã hoàn thành bước này"));
        assertThat(TasklistClient.signIn(port, "deputy.sgddt").own("POST", path, approved))
                .satisfies(late -> assertThat(late.statusCode()).isEqualTo(409))
                .satisfies(late -> assertThat(late.body()).contains("Lãnh đạo Sở GD&amp;ĐT (mẫu) đã hoàn thành"));
        assertThat(completions(work, "task_approve")).hasSize(1);
    }

    @Test
    void isReturnedWithAReasonOnly() {
        CaseDriver work = submitted();
        String task = task(work);
        TasklistClient head = TasklistClient.signIn(port, HEAD);
        assertThat(head.own("POST", "/approvals/" + task, Map.of("decision", "returned")))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(422))
                .satisfies(refused -> assertThat(refused.body()).contains("lý do"));
        assertThat(head.own("POST", "/approvals/" + task, Map.of("reason", "Thiếu biên bản"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(work.waitsAt()).containsExactly("task_approve");
        assertThat(head.own("POST", "/approvals/" + task, Map.of("decision", "returned", "reason", "Thiếu biên bản"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(work.waitsAt()).containsExactly("task_carryOut");
        assertThat(completions(work, "task_approve")).singleElement().satisfies(item -> {
            assertThat(item.completedBy()).isEqualTo(HEAD);
            assertThat(item.reason()).isEqualTo("Thiếu biên bản");
        });
        assertThat(audit.of(work.key()).stream().filter(Entry::refused))
                .extracting(Entry::action)
                .containsExactly("refusal.reasonMissing", "refusal.decisionMissing");
    }

    @Test
    void whoeverMayNotIsRefusedHere() {
        CaseDriver work = submitted();
        for (String other : List.of("officer1.sgddt", "head.snv", "office1", "inspector1", "admin1")) {
            assertThat(TasklistClient.signIn(port, other)
                            .own("POST", "/approvals/" + task(work), Map.of("decision", "approved"))
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(work.waitsAt()).containsExactly("task_approve");
    }

    @Test
    void severalAreApprovedAtOnceEachByItselfAndOneIsRefused() {
        CaseDriver one = submitted();
        CaseDriver two = submitted();
        CaseDriver own = submittedBy(HEAD);
        List<CaseDriver> all = List.of(one, two, own);
        String tasks = all.stream().map(ApprovalsTest::task).collect(Collectors.joining(","));
        TasklistClient head = TasklistClient.signIn(port, HEAD);

        String chosen = head.get("/approvals/together?task=" + tasks).body();
        assertThat(chosen).contains("Duyệt 3 việc này", "Chưa mở");
        assertThat(head.own("POST", "/approvals/together", Map.of("task", tasks)))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(422))
                .satisfies(refused -> assertThat(refused.body()).contains("Hãy mở mọi minh chứng"));
        assertThat(all).allSatisfy(work -> assertThat(work.waitsAt()).containsExactly("task_approve"));

        List<String> sample = sample(chosen);
        assertThat(sample).as("one in ten, one at least").hasSize(1);
        assertThat(sample(
                        head.get("/approvals/together?task=" + reversed(tasks)).body()))
                .as("not what the browser says first")
                .isEqualTo(sample);
        TasklistClient.signIn(port, "deputy.sgddt").get("/evidence/" + sample.get(0)); // opens it for the deputy only
        assertThat(head.get("/approvals/together?task=" + tasks).body()).contains("Chưa mở");
        head.get("/evidence/" + sample.get(0));
        assertThat(head.get("/approvals/together?task=" + tasks).body()).contains("Đã mở");

        String results =
                head.own("POST", "/approvals/together", Map.of("task", tasks)).body();
        assertThat(results).contains("Đã duyệt 2 trong 3 việc", "nên không được tự quyết định");
        assertThat(Stream.of(one, two)).allSatisfy(work -> {
            assertThat(work.waitsAt()).containsExactly("task_accept");
            assertThat(completions(work, "task_approve")).hasSize(1);
        });
        assertThat(own.waitsAt()).containsExactly("task_approve");
        assertThat(audit.of(own.key()).stream().filter(Entry::refused))
                .extracting(Entry::action)
                .containsExactly("refusal.fourEyes");
        assertThat(audit.after(0).stream().filter(entry -> entry.action().equals("StepsApprovedTogether")))
                .last()
                .satisfies(entry -> assertThat(entry.facts()).contains("\"chosen\":3", "\"done\":2", sample.get(0)));

        String again =
                head.own("POST", "/approvals/together", Map.of("task", tasks)).body();
        assertThat(again).contains("Đã duyệt 2 trong 3 việc", "Bạn đã hoàn thành bước này");
        assertThat(completions(one, "task_approve")).as("sent again").hasSize(1);
    }

    @Test
    void stepsOfDifferentKindsAreNotApprovedAtOnce() {
        CaseDriver waiting = province.opens(AnAssignment.of("resources").ledBy("SGDDT"));
        String tasks = task(waiting) + "," + task(submitted());
        assertThat(TasklistClient.signIn(port, HEAD).own("GET", "/approvals/together?task=" + tasks, Map.of()))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(422))
                .satisfies(refused -> assertThat(refused.body()).contains("cùng một bước"));
    }

    @Test
    void manyNeedNoMoreStatementsThanOne() {
        List<String> tasks = new ArrayList<>(List.of(task(submitted())));
        int few = statements("/approvals").size();
        for (int more = 0; more < 4; more++) {
            tasks.add(task(submitted()));
        }
        List<String> many = statements("/approvals");
        assertThat(many)
                .as(String.join("\n", many))
                .hasSizeLessThanOrEqualTo(12)
                .hasSize(few);
        List<String> together = statements("/approvals/together?task=" + String.join(",", tasks));
        assertThat(together).as(String.join("\n", together)).hasSizeLessThanOrEqualTo(12);
        List<String> substitutions = statements("/substitutions");
        assertThat(substitutions).as(String.join("\n", substitutions)).hasSizeLessThanOrEqualTo(12);
        List<String> home = statements("/");
        assertThat(home).as(String.join("\n", home)).hasSizeLessThanOrEqualTo(12);
    }

    private List<String> statements(String path) {
        return province.as(HEAD, () -> Statements.ofPage(application, path));
    }

    private static String reversed(String tasks) {
        List<String> all = new ArrayList<>(List.of(tasks.split(",", -1)));
        Collections.reverse(all);
        return String.join(",", all);
    }

    /** Files of the first list on the page: those to be opened. */
    private static List<String> sample(String page) {
        String list = page.substring(page.indexOf("phải mở trước"), page.indexOf("Các việc đã chọn"));
        Matcher files = EVIDENCE.matcher(list);
        return files.results().map(file -> file.group(1)).distinct().toList();
    }

    private List<WorkItem> completions(CaseDriver work, String element) {
        return history.steps(work.key()).stream()
                .filter(item -> item.element().equals(element) && item.completedBy() != null)
                .toList();
    }

    private static String task(CaseDriver work) {
        return work.step(work.waitsAt().iterator().next()).taskId();
    }

    private CaseDriver submitted() {
        return carriedOut().does("task_submit");
    }

    private CaseDriver submittedBy(String person) {
        CaseDriver work = carriedOut();
        province.promotes(person, "SGDDT.staff");
        try {
            work.step("task_submit").handedTo(person).complete();
        } finally {
            province.demotes(person, "SGDDT.staff");
        }
        return work;
    }

    private CaseDriver carriedOut() {
        return province.opens(AnAssignment.of("resources").ledBy("SGDDT"))
                .begins()
                .throughResources()
                .does("task_carryOut");
    }
}
