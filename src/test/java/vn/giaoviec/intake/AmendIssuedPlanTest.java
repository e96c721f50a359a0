package vn.giaoviec.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.casework.Case;
import vn.giaoviec.casework.CaseHistory;
import vn.giaoviec.casework.CaseOrder;
import vn.giaoviec.casework.DeadlineMove;
import vn.giaoviec.casework.OpenCases;
import vn.giaoviec.casework.Proposal;
import vn.giaoviec.casework.SuspendCase;
import vn.giaoviec.plan.AmendAssignments;
import vn.giaoviec.plan.Amendment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** A new annex of an issued plan: what changes is seen field by field, and what runs follows or stays, by a decision. */
@EngineTest
class AmendIssuedPlanTest {
    private static final String DECISION = "45/QĐ-UBND ngày 02/5";

    @Autowired
    Province province;

    @Autowired
    TakeAnnex takeAnnex;

    @Autowired
    ReviewAnnex reviewAnnex;

    @Autowired
    ConfirmGuesses confirmGuesses;

    @Autowired
    ApplyDraft applyDraft;

    @Autowired
    OpenCases openCases;

    @Autowired
    SuspendCase suspendCase;

    @Autowired
    CaseHistory history;

    @Autowired
    AmendAssignments amendments;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsChosenMovesAndTheRestStays() {
        int year = 2251;
        issued(year, 5);
        AnAnnex annex = AnAnnex.usual()
                .row("I", "Tuyên truyền, nâng cao nhận thức số", "", "", "", "")
                .row("1", title(1), "Sở Y tế", "Tập đoàn Viettel", "Quý III", "Báo cáo đợt 1")
                .row("2", title(2), "Sở Tư pháp", "Tập đoàn Viettel", "Quý II", "Báo cáo đợt 2")
                .row("3", title(3), "Sở Y tế", "Sở Tư pháp", "Quý II", "Báo cáo đã sửa")
                .row("4", title(4), "Sở Y tế", "Tập đoàn Viettel", "Quý III", "Báo cáo đợt 4")
                .row("6", "Tuyên truyền thêm", "Sở Y tế", "", "Quý II", "Báo cáo");
        long id = reviewed(year, annex);
        List<Proposal> seen = proposals(id);
        assertThat(seen)
                .extracting(one -> one.before().code(), Proposal::isWithdrawal, Proposal::obstacle)
                .containsExactly(
                        tuple("1", false, null),
                        tuple("2", false, null),
                        tuple("3", false, null),
                        tuple("4", false, null),
                        tuple("5", true, null));

        assertThatThrownBy(() -> applies(id, new Choices(DECISION, " ", Set.of("1"))))
                .isInstanceOf(Refusal.class);
        assertThat(history.find(key(year, "1")).orElseThrow().dueOn()).isEqualTo(LocalDate.of(year, 6, 30));
        applies(id, new Choices(DECISION, "Điều chỉnh tiến độ", Set.of("1", "2", "3", "5")));

        Case moved = history.find(key(year, "1")).orElseThrow();
        LocalDate endOfQuarter = plans.assignment(year, "1").orElseThrow().dueOn();
        assertThat(endOfQuarter).isAfter(LocalDate.of(year, 9, 20));
        assertThat(moved.dueOn()).isEqualTo(endOfQuarter);
        assertThat(moved.originalDueOn()).isEqualTo(LocalDate.of(year, 6, 30));
        assertThat(history.moves(key(year, "1")))
                .extracting(DeadlineMove::cause, DeadlineMove::reason)
                .containsExactly(tuple(DeadlineMove.Cause.AMENDMENT, DECISION));
        assertThat(history.orders(key(year, "1")))
                .extracting(CaseOrder::kind, CaseOrder::document)
                .containsExactly(tuple(CaseOrder.Kind.AMEND, DECISION));

        assertThat(state(year, "2")).isEqualTo(Case.State.HANDED_OVER);
        CaseKey next = new CaseKey(year, "2", "STP");
        assertThat(history.find(next).orElseThrow().handedFrom()).isEqualTo(key(year, "2"));
        assertThat(plans.assignment(year, "2").orElseThrow().lead().get(0).unit())
                .isEqualTo("STP");

        assertThat(plans.assignment(year, "3").orElseThrow().deliverable().vi()).isEqualTo("Báo cáo đã sửa");
        assertThat(plans.assignment(year, "3").orElseThrow().coordinating()).hasSize(1);
        assertThat(history.moves(key(year, "3"))).isEmpty();
        assertThat(amendments.of(year, "3"))
                .extracting(Amendment::from, Amendment::to, Amendment::document)
                .contains(tuple("Báo cáo đợt 3", "Báo cáo đã sửa", DECISION));

        assertThat(history.find(key(year, "4")).orElseThrow().dueOn())
                .as("stays")
                .isEqualTo(LocalDate.of(year, 6, 30));
        assertThat(plans.assignment(year, "4").orElseThrow().deadline()).isEqualTo("Quý II");
        assertThat(state(year, "5")).isEqualTo(Case.State.CANCELLED);

        assertThat(province.<Integer>as("office1", () -> openCases.openAdded(year)))
                .as("only what is new is opened")
                .isEqualTo(1);
        assertThat(province.running())
                .contains(
                        next.toString(),
                        key(year, "1").toString(),
                        key(year, "6").toString())
                .doesNotContain(key(year, "2").toString(), key(year, "5").toString());
        assertThat(proposals(reviewed(year, annex)))
                .as("the same annex again asks only for what was left as it was")
                .extracting(one -> one.before().code())
                .containsExactly("4");
        assertThat(facts("AssignmentsAmended", DECISION)).hasSize(1);
    }

    @Test
    void whatCannotBeDoneIsSaidByNameAndNothingIsHalf() {
        int year = 2252;
        issued(year, 4);
        province.drives(key(year, "1"))
                .begins()
                .does(
                        "task_draftPlan",
                        "task_approvePlan=approved",
                        "task_prepareContent",
                        "task_approveContent=approved")
                .does("task_channelPress", "task_channelTraining", "task_channelSocial", "task_channelRadio")
                .continues()
                .finishes();
        province.as(
                "office1", () -> suspendCase.suspend(key(year, "2"), "1/CV", "chờ vốn", java.util.UUID.randomUUID()));
        AnAnnex annex = AnAnnex.usual()
                .row("I", "Tuyên truyền, nâng cao nhận thức số", "", "", "", "")
                .row("1", title(1), "Sở Y tế", "Tập đoàn Viettel", "Quý III", "Báo cáo đợt 1")
                .row("2", title(2), "Sở Y tế", "Tập đoàn Viettel", "Quý III", "Báo cáo đợt 2")
                .row("3", title(3), "Sở Nội vụ, Sở Tư pháp", "Tập đoàn Viettel", "Quý II", "Báo cáo đợt 3")
                .row("4", title(4), "Sở Y tế", "Tập đoàn Viettel", "Quý III", "Báo cáo đợt 4");
        long id = reviewed(year, annex);
        assertThat(proposals(id))
                .extracting(one -> one.before().code(), Proposal::obstacle)
                .containsExactly(
                        tuple("1", Proposal.Obstacle.NOTHING_RUNS),
                        tuple("2", Proposal.Obstacle.SUSPENDED),
                        tuple("3", Proposal.Obstacle.LEADS),
                        tuple("4", null));
        Case done = history.find(key(year, "1")).orElseThrow();
        for (String code : List.of("1", "2", "3")) {
            assertThatThrownBy(() -> applies(id, new Choices(DECISION, "vì", Set.of("4", code))))
                    .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> assertThat(refusal.args())
                            .containsExactly(code));
        }
        assertThat(history.find(key(year, "4")).orElseThrow().dueOn()).isEqualTo(LocalDate.of(year, 6, 30));
        assertThat(plans.assignment(year, "4").orElseThrow().deadline()).isEqualTo("Quý II");
        applies(id, new Choices(DECISION, "vì", Set.of("4")));
        assertThat(history.find(key(year, "4")).orElseThrow().dueOn()).isAfter(LocalDate.of(year, 9, 1));
        assertThat(history.find(key(year, "1")).orElseThrow()).isEqualTo(done);
        applies(id, new Choices(DECISION, "vì", Set.of("4")));
        assertThat(history.orders(key(year, "4"))).as("sent twice").hasSize(1);
    }

    @Test
    void unitsThatAreToLeadTooGetCasesOfTheirOwnByTheDecision() {
        int year = 2253;
        issued(year, 2);
        AnAnnex annex = AnAnnex.usual()
                .row("I", "Tuyên truyền, nâng cao nhận thức số", "", "", "", "")
                .row("1", title(1), "Sở Y tế; Sở Tư pháp; Sở Nội vụ", "Tập đoàn Viettel", "Quý III", "Báo cáo đợt 1")
                .row("2", title(2), "Sở Y tế", "Tập đoàn Viettel", "Quý II", "Báo cáo đợt 2");
        long id = reviewed(year, annex);
        assertThat(proposals(id))
                .extracting(one -> one.before().code(), Proposal::obstacle)
                .containsExactly(tuple("1", null));
        Case before = history.find(key(year, "1")).orElseThrow();
        applies(id, new Choices(DECISION, "Thêm đơn vị chủ trì", Set.of("1")));

        LocalDate due = plans.assignment(year, "1").orElseThrow().dueOn();
        for (String unit : List.of("STP", "SNV")) {
            CaseKey added = new CaseKey(year, "1", unit);
            Case opened = history.find(added).orElseThrow();
            assertThat(opened.dueOn()).isEqualTo(due).isEqualTo(opened.originalDueOn());
            assertThat(opened.process()).isEqualTo(before.process());
            assertThat(opened.handedFrom()).isNull();
            assertThat(opened.fanOut()).isEqualTo(3);
            assertThat(history.orders(added))
                    .extracting(CaseOrder::kind, CaseOrder::document)
                    .containsExactly(tuple(CaseOrder.Kind.AMEND, DECISION));
            assertThat(jdbc.sql("select action from audit_entry where case_key = ?")
                            .param(added.toString())
                            .query(String.class)
                            .list())
                    .contains("CaseOpened", "CaseOrdered");
            assertThat(province.running()).contains(added.toString());
        }
        Case stays = history.find(key(year, "1")).orElseThrow();
        assertThat(stays.state()).isEqualTo(Case.State.OPEN);
        assertThat(stays.fanOut()).as("cut when it was opened").isEqualTo(1);
        assertThat(stays.dueOn()).as("the deadline moved too").isEqualTo(due);
        assertThat(province.<Integer>as("office1", () -> openCases.openAdded(year)))
                .as("nothing is missing")
                .isZero();
        assertThat(proposals(reviewed(year, annex))).isEmpty();
        assertThat(facts("AssignmentsAmended", "Thêm đơn vị chủ trì"))
                .as("typed words stand in facts about a case, which can be erased")
                .isEmpty();
        applies(id, new Choices(DECISION, "Thêm đơn vị chủ trì", Set.of("1")));
        assertThat(history.orders(new CaseKey(year, "1", "STP")))
                .as("sent twice")
                .hasSize(1);
    }

    private void issued(int year, int tasks) {
        long id = reviewed(year, AnAnnex.of(tasks));
        applies(id, Choices.adding(""));
        province.as("office1", () -> openCases.issue(year));
    }

    private long reviewed(int year, AnAnnex annex) {
        long id = province.as("office1", () -> takeAnnex.take(AnAnnex.heading(year), "pl.xlsx", annex.xlsx()));
        for (ConfirmGuesses.What what : List.of(
                ConfirmGuesses.What.GROUPS, ConfirmGuesses.What.INDICATORS, ConfirmGuesses.What.NO_INDICATORS)) {
            province.<Integer>as("office1", () -> confirmGuesses.confirm(id, what));
        }
        return id;
    }

    private List<Proposal> proposals(long id) {
        return province.as("office1", () -> {
            Review review = reviewAnnex.of(id);
            return applyDraft.proposals(review, Outcome.of(review));
        });
    }

    private void applies(long id, Choices choices) {
        province.as(
                "office1",
                () -> applyDraft.apply(id, Outcome.of(reviewAnnex.of(id)).seen(), choices));
    }

    private Case.State state(int year, String code) {
        return history.find(key(year, code)).orElseThrow().state();
    }

    private static CaseKey key(int year, String code) {
        return new CaseKey(year, code, "SYT");
    }

    private static String title(int number) {
        return "Tuyên truyền trên đài truyền thanh, đợt " + number;
    }

    private List<String> facts(String action, String content) {
        return jdbc.sql("select facts from audit_entry where action = ? and facts like ?")
                .params(action, "%" + content + "%")
                .query(String.class)
                .list();
    }
}
