package vn.giaoviec.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import vn.giaoviec.calendar.BusinessClock;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.CaseDriver;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;
import vn.giaoviec.testing.Statements;
import vn.giaoviec.testing.TasklistClient;

/** Units merge in mid-plan, as in February 2025; their codes here are nobody else's, since all tests share a directory. */
@EngineTest
class MergeUnitsTest {
    private static final String DECISION = "19/NQ-HĐND ngày 19/02/2025";

    @LocalServerPort
    int port;

    @Autowired
    Province province;

    @Autowired
    MergeUnits mergeUnits;

    @Autowired
    AdvanceBulkOrder advance;

    @Autowired
    CaseHistory history;

    @Autowired
    CaseAccess access;

    @Autowired
    Directory directory;

    @Autowired
    Plans plans;

    @Autowired
    BusinessClock clock;

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    /** Two of three departments become one: twenty agencies fourteen, in small. */
    @Test
    void agenciesBecomeFewerAndEachCaseGoesOnOnce() {
        Map<String, String> successors = Map.of(
                "MKHDT", "MTC", "MTTTT", "MKHCN", "MGTVT", "MXD", "MLDTBXH", "MNV", "MNNPTNT", "MNNMT", "MTNMT",
                "MNNMT", "MBDT", "MDTTG");
        int year = province.issues(
                AnAssignment.of("research").ledBy("MKHDT", "MTC"),
                AnAssignment.of("research").code("T-02").ledBy("MTTTT", "MGTVT", "MLDTBXH", "MNNPTNT", "MTNMT", "MBDT"),
                AnAssignment.of("research").code("T-03").ledBy("MKHCN", "MXD", "MNV"));
        // plan files may name last day and successor ahead
        jdbc.sql("update directory_unit set valid_to = '2025-02-19', successor = 'MKHCN' where code = 'MTTTT'")
                .update();
        int cases = counted(year);
        successors.forEach((from, to) -> {
            BulkOrder done = merges(from, to);
            assertThat(done.done()).as(from).isEqualTo(1);
            assertThat(done.left() + done.held()).isZero();
        });
        successors.forEach((from, to) -> {
            Unit old = directory.unit(from).orElseThrow();
            assertThat(old.validTo()).isEqualTo(clock.today());
            assertThat(old.successor()).isEqualTo(to);
            CaseKey key = new CaseKey(year, from.equals("MKHDT") ? "T-01" : "T-02", from);
            Case ended = history.find(key).orElseThrow();
            assertThat(ended.state()).isEqualTo(Case.State.HANDED_OVER);
            CaseKey next = new CaseKey(year, key.assignment(), to);
            assertThat(ended.handedTo()).isEqualTo(next);
            assertThat(history.find(next).orElseThrow().state()).isEqualTo(Case.State.OPEN);
            assertThat(province.running()).contains(next.toString()).doesNotContain(key.toString());
            assertThat(plans.assignment(year, key.assignment()).orElseThrow().lead())
                    .as("the plan as it was issued")
                    .anyMatch(unit -> unit.unit().equals(from));
        });
        assertThat(directory.unit("MNNMT").orElseThrow().validFrom())
                .as("a new one")
                .isBeforeOrEqualTo(clock.today());
        assertThat(jdbc.sql("select count(*) from casework_case where plan_year = ? and state = 'OPEN'")
                        .param(year)
                        .query(Integer.class)
                        .single())
                .as("two cases of one assignment are one where both units were its leads or go to the same")
                .isEqualTo(cases - 2);
        assertThat(province.differences(year)).isEmpty();
    }

    @Test
    void theSuccessorStandsWhereverTheOldUnitHadAPart() {
        AnAssignment appraised = AnAssignment.of("resources").ledBy("MSYT");
        int year = province.issues(
                new AnAssignment(
                        "T-01",
                        appraised.process(),
                        "MCU",
                        appraised.leads(),
                        List.of(),
                        appraised.dueOn(),
                        appraised.deadline(),
                        appraised.supports()),
                AnAssignment.of("communications").code("T-02").ledBy("MSYT").with("MCU"));
        jdbc.sql("update plan_target set owner_unit = 'MCU' where plan_year = ? and code = 'KT4'")
                .param(year)
                .update();
        jdbc.sql(
                        "update plan_target_reporter set unit = 'MCU' where plan_year = ? and indicator = 'XH3' and unit = 'SNV'")
                .param(year)
                .update();
        CaseDriver level = province.drives(new CaseKey(year, "T-01", "MSYT"))
                .begins()
                .does("task_classify=security", "task_prepareLevelDossier");
        CaseDriver campaign =
                province.drives(new CaseKey(year, "T-02", "MSYT")).begins().does("task_draftPlan");
        assertThat(level.groupsOf("task_appraiseLevel")).containsExactly("MCU.head");
        province.as("officer1.mcu", () -> access.readable(level.key(), "case"));

        BulkOrder done = merges("MCU", "MMOI");
        assertThat(done.done()).isEqualTo(2);
        assertThat(level.groupsOf("task_appraiseLevel")).containsExactly("MMOI.head");
        assertThat(campaign.groupsOf("task_giveOpinion")).noneMatch(group -> group.startsWith("MCU."));
        assertThat(jdbc.sql("""
                                select count(*) from casework_work_item_group g
                                join casework_work_item w on w.task_id = g.task_id and w.ended_at is null
                                where g.group_id in ('MCU.head', 'MCU.staff')
                                """).query(Integer.class).single()).isZero();
        for (CaseDriver one : List.of(level, campaign)) {
            assertThatThrownBy(() -> province.as("officer1.mcu", () -> access.readable(one.key(), "case")))
                    .isInstanceOf(Refusal.Forbidden.class);
            province.as("officer1.mmoi", () -> access.readable(one.key(), "case"));
        }
        assertThat(plans.target(year, "KT4").orElseThrow().owner()).isEqualTo("MMOI");
        assertThat(Objects.requireNonNull(
                                plans.target(year, "XH3").orElseThrow().parts())
                        .units())
                .contains("MMOI")
                .doesNotContain("MCU");
        level.does("task_appraiseLevel=passed", "task_approveLevel").finishes();
        assertThat(level.now().state()).isEqualTo(Case.State.COMPLETED);
    }

    @Test
    void whoMayAndWhat() {
        province.issues(AnAssignment.of("research").ledBy("MHAI"));
        for (String person : List.of("head.mhai", "leader1", "inspector1", "admin1")) {
            assertThatThrownBy(() -> province.as(
                            person,
                            () -> mergeUnits.order(
                                    "MHAI", "STTTT", "", clock.today(), DECISION, "x", UUID.randomUUID())))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
        refused("MHAI", "MHAI", clock.today());
        refused("MHAI", "KHONGCO?", clock.today());
        refused("MKHONGCO", "STTTT", clock.today());
        refused("MHAI", "STTTT", clock.today().plusDays(1));
        assertThat(directory.unit("MHAI").orElseThrow().validTo()).isNull();
    }

    @Test
    void theOfficeDoesItOnAPage() {
        int year = province.issues(AnAssignment.of("research").ledBy("MTRANG"));
        TasklistClient office = TasklistClient.signIn(port, "office1");
        HttpResponse<String> done = office.submit(
                "/mergers",
                "/mergers",
                Map.of(
                        "fromUnit",
                        "MTRANG",
                        "newCode",
                        "MTRANGMOI",
                        "newName",
                        "Sở Trang mới",
                        "lastDay",
                        clock.today().toString(),
                        "document",
                        DECISION,
                        "reason",
                        "sắp xếp"));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains("1 trên 1 hồ sơ", "MTRANG → MTRANGMOI");
        assertThat(office.get("/mergers").body()).contains("/units/MTRANGMOI");
        assertThat(history.find(new CaseKey(year, "T-01", "MTRANGMOI"))).isPresent();
        refused("MTRANG", "STTTT", clock.today());
        province.as("office1", () -> assertThat(Statements.ofPage(application, "/mergers"))
                .hasSizeLessThanOrEqualTo(12));
    }

    private void refused(String from, String to, LocalDate lastDay) {
        assertThatThrownBy(() -> province.as(
                        "office1",
                        () -> mergeUnits.order(from, to, "", lastDay, DECISION, "sắp xếp", UUID.randomUUID())))
                .isInstanceOf(Refusal.class);
    }

    private BulkOrder merges(String from, String to) {
        UUID form = UUID.randomUUID();
        return province.as("office1", () -> {
            long order = mergeUnits.order(from, to, "Sở mới " + to, clock.today(), DECISION, "sắp xếp", form);
            assertThat(mergeUnits.order(from, to, "Sở mới " + to, clock.today(), DECISION, "sắp xếp", form))
                    .as("sent twice")
                    .isEqualTo(order);
            advance.advance(order);
            return advance.advance(order);
        });
    }

    private int counted(int year) {
        return jdbc.sql("select count(*) from casework_case where plan_year = ?")
                .param(year)
                .query(Integer.class)
                .single();
    }
}
