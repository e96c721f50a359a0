package vn.giaoviec.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.NoteProgress;
import vn.giaoviec.casework.Progress;
import vn.giaoviec.casework.SuspendCase;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** A unit on one page, over HTTP, counted by hand. */
@EngineTest
class UnitPageTest {
    private static final String PAGE = "/units/SXD";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    Province province;

    @Autowired
    BusinessClock clock;

    @Autowired
    SuspendCase suspendCase;

    @Autowired
    NoteProgress noteProgress;

    @Autowired
    CaseHistory history;

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private int year;
    private LocalDate soon;
    private LocalDate later;

    @Test
    void saysHowItStandsWhoHasWhatAndWhatComesDue() {
        fourCases();
        String page = body("head.sxd", PAGE);
        assertThat(matches(page, "card__figure\">(\\d+)</strong>"))
                .as("done in time, done late, open in time, open late, suspended")
                .containsExactly("1", "0", "1", "1", "1");
        assertThat(page)
                .contains("25,0% (1 trên 4 hồ sơ)", "50,0% (1 trên 2 hồ sơ đang mở")
                .contains("/plan?unit=SXD&amp;standing=OPEN_LATE", "Việc đang chờ tôi", "Tiếp nhận nhiệm vụ")
                .doesNotContain("??", "T-05");
        List<String> desks = rows(page, "desks");
        assertThat(desks).hasSize(6);
        assertThat(desks.get(0)).startsWith("Lãnh đạo đơn vị (việc chung) 1 1 quá hạn không có");
        assertThat(desks.get(1)).contains(" 1 0 " + DAY.format(later) + " ", "Lập hồ sơ đề xuất cấp độ");
        assertThat(desks.subList(2, 6)).allMatch(row -> row.endsWith(" 0 0 không có Chưa có việc"), "empty desks");

        assertThat(matches(page, "href=\"#due-([0-9-]+)\"")).containsExactly("" + soon, "" + later);
        assertThat(matches(page, "id=\"due-([0-9-]+)\"")).containsExactly("" + soon, "" + later);
        assertThat(page).contains("1 hồ sơ đến hạn ngày " + DAY.format(later), "due due--late");

        assertThat(matches(page, "<title>(Nhiệm vụ thử)</title>")).hasSize(4);
        assertThat(matches(page, "height=\"14\" fill=\"(url\\(#late-part\\))\""))
                .hasSize(1);
        assertThat(rows(page, "timeline").stream().map(row -> row.substring(0, 4)))
                .as("late, open, suspended, done")
                .containsExactly("T-01", "T-02", "T-04", "T-03");
    }

    @Test
    void whoHasWhatIsForThoseWhoReadTheUnitsCases() {
        fourCases();
        String others = body("officer1.snv", PAGE);
        assertThat(matches(others, "card__figure\">(\\d+)</strong>")).containsExactly("1", "0", "1", "1", "1");
        assertThat(others).doesNotContain("Ai đang giữ việc gì", "Việc đang chờ tôi", "Lập hồ sơ đề xuất", "??");
        assertThat(body("leader1", PAGE))
                .contains("Ai đang giữ việc gì", "Lập hồ sơ đề xuất cấp độ")
                .doesNotContain("Việc đang chờ tôi");
        assertThat(body("officer2.sxd", PAGE)).contains("Không có bước nào của đơn vị đang chờ tôi");
        assertThat(body("leader1", PAGE + "?lang=en"))
                .contains("Who has what", "25.0% (1 of 4 cases)", "Prepare the", "1 overdue", "not ended")
                .doesNotContain("??", "Lập hồ sơ", "quá hạn");
    }

    @Test
    void otherPagesLeadThere() {
        fourCases();
        assertThat(body("head.sxd", "/")).contains("Đơn vị của tôi", "href=\"" + PAGE + "\"");
        assertThat(body("leader1", "/")).doesNotContain("Đơn vị của tôi");
        assertThat(body("leader1", "/standing")).contains("href=\"" + PAGE + "\"", "href=\"/groups/4\"");
        assertThat(body("leader1", "/plan")).contains("href=\"" + PAGE + "\"", "href=\"/groups/4\"");
    }

    @Test
    void whatIsUnknownOrEmptyIsSaid() {
        issues(1);
        TasklistClient reader = TasklistClient.signIn(port, "head.snv");
        HttpResponse<String> unknown = reader.own("GET", "/units/KHONG-CO", null);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Không có đơn vị mang mã KHONG-CO").doesNotContain("??");
        assertThat(reader.get("/units/SNV").body())
                .contains("Đơn vị không chủ trì nhiệm vụ nào", "href=\"/plan\"")
                .doesNotContain("??", "<svg");
        province.importsTheNewest(AnAssignment.of("resources").ledBy("SXD"));
        assertThat(reader.get(PAGE).body())
                .contains("Kế hoạch chưa được ban hành", "href=\"/plan\"")
                .doesNotContain("??", "<svg");
    }

    @Test
    void needsAsManyStatementsForMuchAsForLittle() {
        issues(1);
        List<String> few = statements();
        issues(43);
        assertThat(body("head.sxd", PAGE)).contains("Và 3 mục nữa", "Và 23 mục nữa");
        assertThat(matches(body("head.sxd", PAGE), "<title>(Nhiệm vụ thử)</title>"))
                .hasSize(40);
        List<String> many = statements();
        assertThat(many).as("%s", many).hasSameSizeAs(few).hasSizeBetween(1, 12);
    }

    @Test
    void whatIsDueIsCountedByDayAndListedAsFarAsAPageHolds() {
        LocalDate start = clock.today().plusMonths(1).withDayOfMonth(10);
        LocalDate most = start.plusMonths(1).withDayOfMonth(20);
        LocalDate rest = start.plusMonths(1).withDayOfMonth(25);
        province.turns(start);
        List<AnAssignment> assignments = new ArrayList<>(IntStream.rangeClosed(2, 110)
                .mapToObj(one -> assignment(one).dueOn("" + (one <= 102 ? most : rest)))
                .toList());
        assignments.add(assignment(1).deadline("Hằng tháng").dueOn("" + start.plusMonths(6)));
        year = province.issuesTheNewest(assignments.toArray(AnAssignment[]::new));
        drives(1).begins().throughResources().does("task_carryOut");
        LocalDate cutOff = history.periods(drives(1).key()).get(0).to();
        assertThat(body("leader1", PAGE)).as("no report is owed yet").doesNotContain("hạn báo cáo kỳ", "T-01</td>");

        province.turns(cutOff.plusDays(5));
        drives(1).fires("timer_deadline");
        LocalDate owed = history.periods(drives(1).key()).get(0).dueOn();
        String page = body("leader1", PAGE);
        assertThat(page)
                .contains("Hồ sơ đến hạn trong hai tháng này: 110", "hạn báo cáo kỳ", "Và 10 mục nữa")
                .contains("101 hồ sơ đến hạn ngày " + DAY.format(most), "8 hồ sơ đến hạn ngày " + DAY.format(rest));
        assertThat(matches(page, "id=\"due-([0-9-]+)\"")).containsExactly("" + owed, "" + most);
        assertThat(matches(page, "href=\"#due-([0-9-]+)\"")).containsExactly("" + owed, "" + most);
        assertThat(body("leader1", PAGE + "?tables=csv").lines().filter(line -> line.contains("T-110")))
                .as("taken away it is whole")
                .hasSize(1);
    }

    @Test
    void whatOneHasToDoSoonerThanItsDeadlineStandsFirst() {
        LocalDate today = clock.today();
        year = province.issuesTheNewest(
                assignment(1).dueOn("" + today.plusDays(40)),
                assignment(2).dueOn("" + today.plusDays(60)),
                assignment(3).dueOn("" + today.plusDays(50)));
        drives(1).begins().does("task_classify=security");
        drives(3).begins().does("task_classify=security");
        drives(2)
                .does("task_receive=received")
                .step("task_assign")
                .with("internalDueOn", "" + today.plusDays(1))
                .complete();
        drives(2).does("task_classify=security");
        assertThat(drives(2).now().internalDueOn()).isEqualTo(today.plusDays(1));

        List<LocalDate> due = rows(body("officer1.sxd", PAGE), "waiting").stream()
                .map(row -> LocalDate.parse(row.replaceAll(".*?(\\d\\d/\\d\\d/\\d{4}).*", "$1"), DAY))
                .toList();
        assertThat(due).isSorted().containsSubsequence(today.plusDays(1), today.plusDays(40), today.plusDays(50));
    }

    /** One late, one on an officer's desk, one completed, one suspended; and one of another unit. */
    private void fourCases() {
        LocalDate start = clock.today().plusMonths(1).withDayOfMonth(10);
        soon = start.plusDays(3);
        later = start.plusDays(20);
        province.turns(start);
        year = province.issuesTheNewest(
                assignment(1).dueOn("" + soon),
                assignment(2).dueOn("" + later),
                assignment(3).dueOn("" + later),
                assignment(4).dueOn("" + later),
                assignment(5).ledBy("SNN"));
        drives(3).begins().throughResources().finishes();
        drives(2).begins().does("task_classify=security");
        province.as("office1", () -> suspendCase.suspend(drives(4).key(), "1/QĐ", "chờ", UUID.randomUUID()));
        province.turns(start.plusDays(5));
        province.as(
                "head.sxd",
                () -> noteProgress.note(drives(2).key(), Progress.Kind.PROGRESS, "đang làm", UUID.randomUUID()));
    }

    private void issues(int number) {
        year = province.issuesTheNewest(IntStream.rangeClosed(1, number)
                .mapToObj(one -> assignment(one).dueOn("" + clock.today().plusDays(one)))
                .toArray(AnAssignment[]::new));
    }

    private static AnAssignment assignment(int number) {
        return AnAssignment.of("resources").code("T-%02d".formatted(number)).ledBy("SXD");
    }

    private CaseDriver drives(int number) {
        return province.drives(new CaseKey(year, "T-%02d".formatted(number), "SXD"));
    }

    private String body(String person, String path) {
        HttpResponse<String> answer = TasklistClient.signIn(port, person).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private List<String> statements() {
        return province.as("head.sxd", () -> Statements.ofPage(application, PAGE));
    }

    /** The words of each row in the table below a heading. */
    private static List<String> rows(String page, String heading) {
        String section = page.substring(page.indexOf("id=\"" + heading + "\""));
        String body = section.substring(section.indexOf("<tbody>"), section.indexOf("</tbody>"));
        return matches(body, "(?s)<tr>(.*?)</tr>").stream()
                .map(row ->
                        row.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static List<String> matches(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
