package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.casework.SuspendCase;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** A solution group on its model, over HTTP, counted by hand. */
@EngineTest
class GroupPageTest {
    private static final String PAGE = "/groups/4";

    @Autowired
    Province province;

    @Autowired
    BusinessClock clock;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    SuspendCase suspendCase;

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private int year;

    @Test
    void countsWhatWaitsAndHowLongStepsTook() {
        casesAtWork();
        String page = body(PAGE);
        assertThat(row(page, "resources-task_receive")).isEqualTo("Tiếp nhận nhiệm vụ 1 1 quá hạn 4 0,5 ngày");
        assertThat(row(page, "resources-task_assign"))
                .as("of two that wait one is suspended")
                .isEqualTo("Phân công chuyên viên 1 0 2 0 ngày");
        assertThat(row(page, "resources-task_approve")).endsWith(" 0 0 0 chưa có");
        assertThat(row(page, "consultation-task_giveOpinion")).endsWith("Lấy ý kiến đơn vị phối hợp 1 0 0 chưa có");
        assertThat(page).contains("href=\"/plan?group=4\"").doesNotContain("??");
        JsonNode drawn = drawn(page);
        assertThat(drawn.at("/badges/task_receive"))
                .extracting(JsonNode::textValue)
                .containsExactly("1 đang chờ", "1 quá hạn", "trung vị 0,5 ngày");
        assertThat(drawn.at("/badges/call_consultation"))
                .extracting(JsonNode::textValue)
                .containsExactly("1 đang chờ");
        assertThat(drawn.at("/late")).extracting(JsonNode::textValue).containsExactly("task_receive");
        assertThat(TasklistClient.signIn(port, "leader1")
                        .get(drawn.at("/xmlUrl").textValue())
                        .body())
                .contains("id=\"task_receive\"", "id=\"call_consultation\"");
        assertThat(page.indexOf("resources-task_receive"))
                .as("in the order of the model")
                .isLessThan(page.indexOf("resources-task_assign"));
        assertThat(row(body("/groups/3"), "research-task_receive")).endsWith(" 1 0 0 chưa có");
        String english = body(PAGE + "?lang=en");
        assertThat(english).contains("Receive the assignment").doesNotContain("??", "Tiếp nhận", "đang chờ");
        assertThat(drawn(english).at("/badges/task_receive"))
                .extracting(JsonNode::textValue)
                .containsExactly("1 waiting", "1 overdue", "median 0.5 days");
        assertThat(drawn(english).at("/labels/gateway_received").textValue()).isEqualTo("Does the unit receive it?");
    }

    @Test
    void whatIsUnknownOrEmptyIsSaid() {
        province.importsTheNewest(assignment(1));
        TasklistClient reader = TasklistClient.signIn(port, "officer1.snv");
        HttpResponse<String> unknown = reader.own("GET", "/groups/9", null);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body())
                .contains("Kế hoạch không có nhóm giải pháp số 9")
                .doesNotContain("??");
        assertThat(reader.own("GET", "/groups/hai", null).statusCode()).isEqualTo(400);
        assertThat(reader.get(PAGE).body())
                .contains("Kế hoạch chưa được ban hành nên chưa có bước nào", "\"badges\": {}")
                .doesNotContain("??");
        province.issuesTheNewest(AnAssignment.of("research"));
        assertThat(reader.get(PAGE).body())
                .contains("Nhóm này chưa có bước nào đang chờ", "href=\"/plan?group=4\"")
                .doesNotContain("??");
    }

    @Test
    void needsAsManyStatementsForMuchAsForLittle() {
        issues(1);
        List<String> few = statements();
        issues(30);
        drives(7).begins().throughResources().finishes();
        drives(8).begins();
        List<String> many = statements();
        assertThat(many).as("%s", many).hasSameSizeAs(few).hasSizeBetween(1, 12);
    }

    /** Received on the first day, on the first, a working day later and three later; one not at all. */
    private void casesAtWork() {
        LocalDate start = workingDays.after(clock.today(), 1);
        province.turns(start);
        year = province.issuesTheNewest(
                assignment(1),
                assignment(2).with("SNV"),
                assignment(3),
                assignment(4),
                assignment(5).dueOn("" + workingDays.after(start, 2)),
                AnAssignment.of("research").code("T-06"));
        drives(1).begins();
        drives(2).begins().does("task_classify=people", "task_draftPolicy");
        province.turns(workingDays.after(start, 1));
        drives(3).does("task_receive=received");
        province.turns(workingDays.after(start, 3));
        drives(4).does("task_receive=received");
        province.as("office1", () -> suspendCase.suspend(drives(4).key(), "1/QĐ", "chờ", UUID.randomUUID()));
    }

    private void issues(int number) {
        year = province.issuesTheNewest(IntStream.rangeClosed(1, number)
                .mapToObj(one -> assignment(one))
                .toArray(AnAssignment[]::new));
    }

    private static AnAssignment assignment(int number) {
        return AnAssignment.of("resources").code("T-%02d".formatted(number));
    }

    private CaseDriver drives(int number) {
        return province.drives(new CaseKey(year, "T-%02d".formatted(number), "STTTT"));
    }

    private String body(String path) {
        HttpResponse<String> answer =
                TasklistClient.signIn(port, "officer1.snv").get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private List<String> statements() {
        return province.as("leader1", () -> Statements.ofPage(application, PAGE));
    }

    /** What the drawing is made from. */
    private static JsonNode drawn(String page) {
        Matcher facts = Pattern.compile("(?s)<script type=\"application/json\">(.*?)</script>")
                .matcher(page);
        assertThat(facts.find()).isTrue();
        try {
            return new ObjectMapper().readTree(facts.group(1));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(facts.group(1), unreadable);
        }
    }

    /** The words of the row with that id. */
    private static String row(String page, String id) {
        Matcher row = Pattern.compile("(?s)<tr id=\"" + id + "\">(.*?)</tr>").matcher(page);
        assertThat(row.find()).as(id).isTrue();
        return row.group(1).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }
}
