package vn.giaoviec.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.casework.AdvanceBulkOrder;
import vn.giaoviec.casework.BulkOrder;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.OpenCases;
import vn.giaoviec.casework.RollOver;
import vn.giaoviec.casework.Standing;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.PlanText;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** What a year has not finished goes on in the next; the figures of both plans add up. */
@EngineTest
class RollOverTest {
    private static final String DECISION = "88/QĐ-UBND ngày 30/12";

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    RollOver rollOver;

    @Autowired
    AdvanceBulkOrder advance;

    @Autowired
    OpenCases openCases;

    @Autowired
    CaseHistory history;

    @Autowired
    Plans plans;

    @Autowired
    TallyQuery tallies;

    @Autowired
    BusinessClock clock;

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    @Test
    void unfinishedWorkGoesOnInTheNextPlanAndBothAddUp() {
        int year = 2261;
        plan(
                year,
                AnAssignment.of("resources").ledBy("STTTT", "SNV").with("SKHCN").supporting(Map.of("CQ6", 4)),
                AnAssignment.of("public-private").code("T-02"),
                AnAssignment.of("research").code("T-03"));
        plan(year + 1, AnAssignment.of("resources").code("N-01"));
        province.drives(new CaseKey(year, "T-01", "STTTT"))
                .begins()
                .throughResources()
                .finishes();
        province.drives(new CaseKey(year, "T-02", "STTTT")).begins();
        Tally before = tally(year);
        Tally nextBefore = tally(year + 1);
        assertThat(before.total()).isEqualTo(4);
        assertThat(before.done()).isEqualTo(1);

        LocalDate dueOn = LocalDate.of(year + 1, 3, 31);
        UUID form = UUID.randomUUID();
        long order = orders(year, Set.of("T-01", "T-02"), dueOn, form);
        assertThat(orders(year, Set.of("T-01", "T-02"), dueOn, form))
                .as("sent twice")
                .isEqualTo(order);
        BulkOrder done = province.as("office2", () -> advance.advance(order));
        assertThat(done.all()).isEqualTo(2);
        assertThat(done.done()).isEqualTo(2);

        CaseKey old = new CaseKey(year, "T-01", "SNV");
        CaseKey next = new CaseKey(year + 1, "T-01-" + year, "SNV");
        Case ended = history.find(old).orElseThrow();
        Case opened = history.find(next).orElseThrow();
        assertThat(ended.state()).isEqualTo(Case.State.CARRIED_OVER);
        assertThat(ended.handedTo()).isEqualTo(next);
        assertThat(opened.handedFrom()).isEqualTo(old);
        assertThat(opened.dueOn())
                .isEqualTo(plans.assignment(year + 1, next.assignment())
                        .orElseThrow()
                        .dueOn());
        assertThat(opened.fanOut()).as("only who had not finished").isEqualTo(1);
        assertThat(province.running()).contains(next.toString()).doesNotContain(old.toString());
        Assignment carried = plans.assignment(year + 1, "T-01-" + year).orElseThrow();
        assertThat(carried.lead()).extracting(Assignment.Involved::unit).containsExactly("SNV");
        assertThat(carried.supports()).isEqualTo(Map.of("CQ6", 4));
        assertThat(history.find(new CaseKey(year, "T-01", "STTTT"))
                        .orElseThrow()
                        .state())
                .isEqualTo(Case.State.COMPLETED);

        Tally after = tally(year);
        assertThat(after.total()).as("nothing is lost").isEqualTo(before.total());
        assertThat(after.done()).isEqualTo(before.done());
        assertThat(after.count(Standing.CARRIED_OVER)).isEqualTo(2);
        assertThat(after.open()).isEqualTo(before.open() - 2);
        assertThat(tally(year + 1).total()).isEqualTo(nextBefore.total() + 2);
        assertThat(province.differences(year)).isEmpty();
        assertThat(province.differences(year + 1)).isEmpty();

        province.as("office1", () -> advance.advance(order));
        assertThat(province.<Integer>as("office1", () -> openCases.openAdded(year + 1)))
                .as("nothing doubles")
                .isZero();
        assertThat(tally(year + 1).total()).isEqualTo(nextBefore.total() + 2);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'CaseCarriedOver' and case_key = ?")
                        .param(old.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(facts("RollOverOrdered", "\"year\":" + year)).hasSize(1);
    }

    @Test
    void whatEndsMeanwhileIsSaidByNameAndTheRestGoes() {
        int year = 2263;
        plan(year, AnAssignment.of("resources"), AnAssignment.of("resources").code("T-02"));
        plan(year + 1, AnAssignment.of("resources").code("T-02-" + year));
        LocalDate dueOn = LocalDate.of(year + 1, 3, 31);
        long order = orders(year, Set.of("T-01", "T-02"), dueOn, UUID.randomUUID());
        province.drives(new CaseKey(year, "T-01", "STTTT"))
                .begins()
                .throughResources()
                .finishes();
        BulkOrder now = province.as("office1", () -> advance.advance(order));
        assertThat(now.done()).isZero();
        assertThat(province.<List<BulkOrder.Held>>as("office1", () -> advance.held(order)))
                .extracting(BulkOrder.Held::obstacle)
                .containsExactly(BulkOrder.Obstacle.NOT_RUNNING, BulkOrder.Obstacle.CODE);
        assertThat(history.find(new CaseKey(year, "T-02", "STTTT"))
                        .orElseThrow()
                        .state())
                .isEqualTo(Case.State.OPEN);
    }

    @Test
    void manyGoInBatchesAndWhatACrashLeavesIsGoneOnWith() {
        int year = 2265;
        plan(
                year,
                IntStream.rangeClosed(1, 120)
                        .mapToObj(number -> AnAssignment.of("resources").code("T-%03d".formatted(number)))
                        .toArray(AnAssignment[]::new));
        plan(year + 1, AnAssignment.of("resources"));
        Set<String> all = Set.copyOf(plans.codes(year));
        long order = orders(year, all, LocalDate.of(year + 1, 6, 30), UUID.randomUUID());
        // an order in the second batch is refused, as if this very form had said something else before
        jdbc.sql("""
                        insert into casework_command (person, id, action, content, done_at)
                        values ('office1', ?, 'CARRY_OVER', 'x', '2024-01-01')
                        """).param(formOf(order, new CaseKey(year, "T-110", "STTTT"))).update();
        assertThatThrownBy(() -> province.as("office1", () -> advance.advance(order)))
                .isInstanceOf(Refusal.Conflict.class);
        BulkOrder broken = province.as("office1", () -> advance.of(order));
        assertThat(broken.done())
                .as("the first batch stays, of the second nothing")
                .isEqualTo(100);
        assertThat(plans.codes(year + 1)).hasSize(101);
        BulkOrder second = province.as("office2", () -> advance.advance(order));
        assertThat(second.done()).isEqualTo(120);
        assertThat(plans.codes(year + 1)).hasSize(121);
        assertThat(jdbc.sql("select count(*) from casework_case where plan_year = ?")
                        .param(year + 1)
                        .query(Integer.class)
                        .single())
                .isEqualTo(121);
    }

    @Test
    void onlyThePlanOfficeDecidesAndOnlyIntoAnIssuedPlan() {
        int year = 2267;
        plan(year, AnAssignment.of("resources"));
        LocalDate dueOn = LocalDate.of(year + 1, 3, 31);
        assertThatThrownBy(() -> orders(year, Set.of("T-01"), dueOn, UUID.randomUUID()))
                .isInstanceOf(Refusal.Conflict.class);
        plan(year + 1, AnAssignment.of("resources"));
        for (String person : List.of("head.stttt", "leader1", "inspector1", "admin1")) {
            assertThatThrownBy(() -> province.as(
                            person,
                            () -> rollOver.order(year, Set.of("T-01"), dueOn, DECISION, "x", UUID.randomUUID())))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        assertThatThrownBy(() -> orders(year, Set.of(), dueOn, UUID.randomUUID()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> orders(year, Set.of("T-09"), dueOn, UUID.randomUUID()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> orders(year, Set.of("T-01"), dueOn.plusYears(1), UUID.randomUUID()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theOfficeDoesItOnAPage() {
        int year = 2269;
        plan(year, AnAssignment.of("resources"), AnAssignment.of("resources").code("T-02"));
        plan(year + 1, AnAssignment.of("resources").code("N-01"));
        TasklistClient office = TasklistClient.signIn(port, "office1");
        String at = "/roll-over/" + year;
        assertThat(office.get(at).body()).contains("T-01", "T-02", "value=\"T-02\"");
        Map<String, String> form = Map.of(
                "all",
                "false",
                "codes",
                "T-02",
                "dueOn",
                (year + 1) + "-06-30",
                "document",
                DECISION,
                "reason",
                "chậm vốn");
        HttpResponse<String> refused = office.submit(
                at,
                at,
                Map.of(
                        "all",
                        "false",
                        "codes",
                        "T-02",
                        "dueOn",
                        year + "-06-30",
                        "document",
                        DECISION,
                        "reason",
                        "chậm"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("chậm</textarea>");
        HttpResponse<String> done = office.submit(at, at, form);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.uri().getPath()).startsWith("/bulk-orders/");
        assertThat(done.body()).contains("1 trên 1 hồ sơ").doesNotContain("/advance\"");
        assertThat(office.get("/cases/" + year + "/T-02/STTTT").body())
                .contains("/cases/" + (year + 1) + "/T-02-" + year + "/STTTT", "Đã chuyển sang năm sau");
        assertThat(office.get("/assignments/" + (year + 1) + "/T-02-" + year).body())
                .contains("/cases/" + year + "/T-02/STTTT");
        province.as("office1", () -> {
            assertThat(Statements.ofPage(application, at)).hasSizeLessThanOrEqualTo(12);
            assertThat(Statements.ofPage(application, done.uri().getPath())).hasSizeLessThanOrEqualTo(12);
        });
    }

    private static String formOf(long order, CaseKey key) {
        return UUID.nameUUIDFromBytes(("bulk " + order + "/carry/" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private long orders(int year, Set<String> codes, LocalDate dueOn, UUID form) {
        return province.<Long>as(
                "office1", () -> rollOver.order(year, codes, dueOn, DECISION, "chưa xong trong năm", form));
    }

    private void plan(int year, AnAssignment... assignments) {
        province.imports(year, PlanText.of(year, List.of(assignments)));
        province.as("office1", () -> openCases.issue(year));
    }

    private Tally tally(int year) {
        return tallies.whole(year);
    }

    private List<String> facts(String action, String content) {
        return jdbc.sql("select facts from audit_entry where action = ? and facts like ?")
                .params(action, "%" + content + "%")
                .query(String.class)
                .list();
    }
}
