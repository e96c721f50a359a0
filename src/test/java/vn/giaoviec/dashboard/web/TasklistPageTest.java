package vn.giaoviec.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.ExtendedModelMap;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.calendar.WorkingDays;
import vn.giaoviec.dashboard.web.CompletedPage.Whose;
import vn.giaoviec.dashboard.web.CompletedQuery.Completed;
import vn.giaoviec.shared.Columns;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** What Tasklist shows of ours on cards and as a page: only what is the reader's, in few statements. */
@EngineTest
class TasklistPageTest {
    private static final Pattern LEFT = Pattern.compile("data-gv-task=\"([^\"]+)\"[^>]*>([^<]+)<");

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    TasklistPage page;

    @Autowired
    CompletedPage completed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    BusinessClock clock;

    @Test
    void eachCardSaysHowManyWorkingDaysAreLeft() {
        CaseDriver one = province.opens(AnAssignment.of("resources")).begins();
        CaseDriver other = province.opens(AnAssignment.of("resources").ledBy("SNV"));
        String mine = one.step("task_classify").taskId();
        String theirs = other.step("task_receive").taskId();
        LocalDate dueOn = one.dueDates().get(0).toLocalDate();
        int days = workingDays.between(clock.today(), dueOn);

        HttpResponse<String> answer =
                TasklistClient.signIn(port, "head.stttt").get("/steps/days-left?ids=" + mine + "," + theirs + ",none");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(LEFT.matcher(answer.body()).results().map(found -> found.group(1) + " " + found.group(2)))
                .containsExactly(
                        mine + " Còn " + String.format(Locale.forLanguageTag("vi"), "%,d", days) + " ngày làm việc");
        assertThat(TasklistClient.signIn(port, "office1")
                        .get("/steps/days-left?ids=" + mine)
                        .body())
                .doesNotContain(mine);
    }

    @Test
    void whatIsLateSaysByHowManyWorkingDays() {
        LocalDate dueOn = workingDays.before(clock.today(), 3);
        CaseDriver late = province.opens(AnAssignment.of("resources").dueOn(dueOn.toString()))
                .begins();
        assertThat(late.dueDates().get(0).toLocalDate()).isEqualTo(dueOn);
        assertThat(TasklistClient.signIn(port, "head.stttt")
                        .get("/steps/days-left?ids="
                                + late.step("task_classify").taskId())
                        .body())
                .contains(
                        "gv-days-left--late",
                        "Quá hạn " + workingDays.between(dueOn, clock.today()) + " ngày làm việc");
    }

    @Test
    void manyCardsAreAskedForAtOnceButNotAnyNumber() {
        List<String> cards =
                province.opens(AnAssignment.of("resources").with("SNV", "SKHCN")).begins().waiting().stream()
                        .map(CaseDriver.Step::taskId)
                        .toList();
        List<String> many = Collections.nCopies(100, cards.get(0));
        assertThat(statements(() -> page.daysLeft(many, new ExtendedModelMap())))
                .hasSameSizeAs(statements(() -> page.daysLeft(cards, new ExtendedModelMap())))
                .hasSizeLessThanOrEqualTo(12);
        assertThatThrownBy(() -> statements(() -> page.daysLeft(Collections.nCopies(101, "x"), new ExtendedModelMap())))
                .isInstanceOf(Refusal.class);
        assertThat(TasklistClient.signIn(port, "head.stttt")
                        .get("/steps/days-left?ids=" + "x,".repeat(101))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theWordsAreTheReaders() {
        TasklistClient head = TasklistClient.signIn(port, "head.stttt");
        assertThat(head.get("/steps/words").body())
                .contains("\"indicators\":\"Chỉ tiêu\"", "\"dossier\":\"Hồ sơ\"", "\"completed\":\"Đã hoàn thành\"");
        head.get("/?lang=en");
        assertThat(head.get("/steps/words").body()).contains("\"dossier\":\"Dossier\"");
    }

    @Test
    void whatIsCompletedIsShownToWhoeverDidItAndToTheirUnit() {
        String key = province.opens(AnAssignment.of("resources")).begins().key().toString();
        assertThat(completedBy("head.stttt", "")).contains("/cases/" + key, "Phân công chuyên viên");
        assertThat(completedBy("head.stttt", "?whose=UNIT")).contains("/cases/" + key);
        assertThat(completedBy("officer1.stttt", "?whose=UNIT")).contains("/cases/" + key);
        assertThat(completedBy("officer1.stttt", "")).doesNotContain("/cases/" + key);
        assertThat(completedBy("head.snv", "?whose=UNIT")).doesNotContain("/cases/" + key);
        assertThat(completedBy("admin1", "")).contains("Bạn chưa hoàn thành bước nào");
        assertThat(completedBy("admin1", "?whose=UNIT")).contains("chưa hoàn thành bước nào");
    }

    @Test
    void fiftyStandOnAPage() {
        for (int number = 0; number < 26; number++) {
            province.opens(AnAssignment.of("resources").ledBy("STC")).begins();
        }
        String first = completedBy("head.stc", "");
        assertThat(Pattern.compile("<th scope=\"row\">").matcher(first).results())
                .hasSize(50);
        assertThat(first).contains("page=2", "rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(completedBy("head.stc", "?page=2")).contains("rel=\"prev\"", "/cases/");
        assertThat(completedBy("head.stc", "?page=-5")).contains("rel=\"next\"");
        for (Whose whose : Whose.values()) {
            assertThat(statements(() -> completed.completed(whose, 1, new ExtendedModelMap())))
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void piecesOfWhatTheUnitCompletedAreWholeAndInOrder() {
        for (int number = 0; number < 26; number++) {
            province.opens(AnAssignment.of("resources").ledBy("STC")).begins();
        }
        List<Completed> seen = new ArrayList<>();
        for (int page = 1; page < 99; page++) {
            ExtendedModelMap model = new ExtendedModelMap();
            int asked = page;
            province.as("head.stc", () -> completed.completed(Whose.UNIT, asked, model));
            List<Completed> piece = ((List<?>) model.getAttribute("steps"))
                    .stream().map(Completed.class::cast).toList();
            assertThat(piece).hasSizeLessThanOrEqualTo(50);
            seen.addAll(piece);
            if (!Boolean.TRUE.equals(model.getAttribute("more"))) {
                break;
            }
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(52);
        assertThat(seen.stream().map(one -> one.caseKey() + " " + one.element() + " " + one.at()))
                .containsExactlyElementsOf(jdbc.sql("""
                                select w.case_key, w.element, w.ended_at from casework_work_item w
                                where w.completed_by is not null and exists (
                                    select 1 from casework_work_item_group g
                                    where g.task_id = w.task_id and g.group_id in ('STC.head', 'STC.staff'))
                                order by w.ended_at desc, w.task_id desc
                                """)
                        .query((row, number) -> row.getString("case_key") + " " + row.getString("element") + " "
                                + Columns.instant(row, "ended_at"))
                        .list());
    }

    private String completedBy(String person, String query) {
        HttpResponse<String> answer = TasklistClient.signIn(port, person).get("/completed" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Việc đã hoàn thành").doesNotContain("??");
        return answer.body();
    }

    private List<String> statements(Supplier<String> asked) {
        return Statements.during(() -> province.as("head.stttt", asked));
    }
}
