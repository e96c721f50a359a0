package vn.giaoviec.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaoviec.annex.SecretAnnex;
import vn.giaoviec.casework.OpenCases;
import vn.giaoviec.directory.Directory;
import vn.giaoviec.directory.Unit;
import vn.giaoviec.plan.Assignment;
import vn.giaoviec.plan.Plans;
import vn.giaoviec.shared.CaseKey;
import vn.giaoviec.shared.Refusal;
import vn.giaoviec.testing.AnAssignment;
import vn.giaoviec.testing.EngineTest;
import vn.giaoviec.testing.Province;

/** An annex becomes a plan: reviewed by people, whole or not at all, and once. */
@EngineTest
class ApplyDraftTest {
    @Autowired
    Province province;

    @Autowired
    TakeAnnex takeAnnex;

    @Autowired
    ReviewAnnex reviewAnnex;

    @Autowired
    DecideRow decideRow;

    @Autowired
    DecideName decideName;

    @Autowired
    ConfirmGuesses confirmGuesses;

    @Autowired
    DropDraft dropDraft;

    @Autowired
    ApplyDraft applyDraft;

    @Autowired
    OpenCases openCases;

    @Autowired
    Plans plans;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "docx"})
    void anAnnexOf300TasksBecomesAPlan(String kind) throws IOException {
        int year = kind.equals("xlsx") ? 2201 : 2202;
        AnAnnex annex = AnAnnex.of(300);
        long id = takes(year, kind + "." + kind, kind.equals("xlsx") ? annex.xlsx() : annex.docx());
        assertThat(review(id).open()).isEqualTo(300);
        assertThat(confirms(id, ConfirmGuesses.What.GROUPS)).isEqualTo(300);
        confirms(id, ConfirmGuesses.What.INDICATORS);
        confirms(id, ConfirmGuesses.What.NO_INDICATORS);
        applies(id);

        List<Assignment> taken = plans.assignments(year);
        assertThat(taken).hasSize(300);
        Assignment last = taken.get(299);
        assertThat(last.code()).isEqualTo("300");
        assertThat(last.group()).isEqualTo(1);
        assertThat(last.dueOn()).isEqualTo(LocalDate.of(year, 6, 30));
        assertThat(last.lead()).extracting(Assignment.Involved::unit).containsExactly("SYT");
        assertThat(last.invited()).isEqualTo("Tập đoàn Viettel");
        assertThat(last.sourceLine()).isEqualTo(302);
        assertThat(last.sourceSheet()).isEqualTo(kind.equals("xlsx") ? "PL1" : "#1");
        assertThat(facts("PlanImported", "\"year\":" + year))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains(kind + "." + kind, review(id).draft().sha256());

        province.as("office2", () -> applyDraft.apply(id, "whatever", Choices.adding("")));
        assertThat(facts("PlanImported", "\"year\":" + year))
                .as("applied twice")
                .hasSize(1);
        assertThatThrownBy(() -> decides("office1", id, 2, Map.of(RowField.TITLE, "x")))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void nothingIsTakenWhileAnythingIsUndecided() {
        long id = takes(2203, "pl.xlsx", AnAnnex.of(3).xlsx());
        confirms(id, ConfirmGuesses.What.GROUPS);
        assertThatThrownBy(() -> province.as("office1", () -> applyDraft.apply(id, "", Choices.adding(""))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("refusal.intakeUndecided");
                    assertThat(refusal.args()).containsExactly(3, "PL1/3, PL1/4, PL1/5");
                });
        assertThat(plans.of(2203)).isEmpty();
    }

    @Test
    void whatFailsOnTheWayLeavesThePlanAsItWas() {
        int year = province.imports(
                AnAssignment.of("resources"), AnAssignment.of("resources").code("T-02"));
        jdbc.sql("""
                        insert into indicator_reading
                            (plan_year, indicator, unit, calculation, as_of, measured, source, entered_by, entered_at, state)
                        values (?, 'KT4', 'STTTT', 'STOCK', '2020-01-01', 1, 'x', 'officer1.stttt', '2020-01-02', 'ENTERED')
                        """).param(year).update();
        List<Assignment> before = plans.assignments(year);
        long id = takes(
                year,
                "pl.xlsx",
                AnAnnex.of(2).target("CQ6", "Đài", "%", "= 100").xlsx());
        decideAll(id);
        assertThatThrownBy(() -> applies(id))
                .isInstanceOfSatisfying(Refusal.Conflict.class, refusal -> assertThat(refusal.args())
                        .containsExactly("KT4"));
        assertThat(plans.assignments(year)).isEqualTo(before);
        assertThat(review(id).draft().state()).isEqualTo(Draft.State.DRAFT);
    }

    @Test
    void onlyThePlanOfficeSeesAndTakesAnnexes() {
        long id = takes(2205, "pl.xlsx", AnAnnex.of(1).xlsx());
        for (String person : List.of("head.stttt", "leader1", "inspector1", "admin1")) {
            assertThatThrownBy(() -> province.as(person, () -> reviewAnnex.of(id)))
                    .isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> province.as(
                            person,
                            () -> takeAnnex.take(
                                    AnAnnex.heading(2205),
                                    "x.xlsx",
                                    AnAnnex.of(1).xlsx())))
                    .isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> decides(person, id, 2, Map.of(RowField.TITLE, "x")))
                    .isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> province.as(person, () -> applyDraft.apply(id, "", Choices.adding(""))))
                    .isInstanceOf(Refusal.Forbidden.class);
            assertThatThrownBy(() -> province.as(person, () -> dropDraft.drop(id)))
                    .isInstanceOf(Refusal.Forbidden.class);
        }
    }

    @Test
    void twoPeopleSeeEachOthersDecisionsAndTheLastWordStands() {
        long id = takes(2206, "pl.xlsx", AnAnnex.of(2).xlsx());
        decides("office1", id, 2, Map.of(RowField.TITLE, "Của người thứ nhất", RowField.GROUP, "1"));
        decides("office2", id, 2, Map.of(RowField.TITLE, "Của người thứ hai"));
        ReviewedRow row = review(id).rows().get(0);
        assertThat(row.title()).isEqualTo("Của người thứ hai");
        assertThat(row.group()).isEqualTo(1);
        assertThat(jdbc.sql("select decided_by from intake_decision where draft = ? and field = 'TITLE'")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("office2");
        for (Map<RowField, String> wrong : List.of(
                Map.of(RowField.LEAD, "KHONGCO"),
                Map.of(RowField.GROUP, "77"),
                Map.of(RowField.DUE_ON, "hôm qua"),
                Map.of(RowField.INDICATORS, "CQ1=0"),
                Map.of(RowField.CODE, "a/b"),
                Map.of(RowField.TITLE, " "))) {
            assertThatThrownBy(() -> decides("office1", id, 2, wrong)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> decides("office1", id, 1, Map.of(RowField.TITLE, "a headline")))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void aNameIsDecidedOnceAndANewUnitComesWithThePlan() {
        AnAnnex annex = AnAnnex.usual()
                .row("1", "Tuyên truyền một", "Sở Vũ trụ", "Hội Vui vẻ", "Quý II", "Báo cáo")
                .row("2", "Tuyên truyền hai", "sở vũ trụ", "", "Quý II", "Báo cáo");
        long id = takes(2207, "pl.xlsx", annex.xlsx());
        assertThat(review(id).names())
                .extracting(NameUse::text, NameUse::uses)
                .contains(org.assertj.core.groups.Tuple.tuple("Sở Vũ trụ", 2));
        province.as(
                "office1",
                () -> decideName.meansNew(
                        id, "Sở Vũ trụ", "SVUTRU", "Sở Vũ trụ", Unit.Kind.DEPARTMENT, LocalDate.of(2207, 1, 1)));
        province.as("office1", () -> decideName.means(id, "Hội Vui vẻ", ""));
        assertThat(directory.unit("SVUTRU"))
                .as("nothing enters before it is applied")
                .isEmpty();
        assertThatThrownBy(() -> province.as(
                        "office1",
                        () -> decideName.meansNew(
                                id, "Hội Vui vẻ", "STTTT", "Hội", Unit.Kind.BODY, LocalDate.of(2207, 1, 1))))
                .isInstanceOf(Refusal.Conflict.class);
        decideAll(id);
        applies(id);
        assertThat(directory.unit("SVUTRU")).isPresent();
        assertThat(plans.assignments(2207))
                .extracting(one -> one.lead().get(0).unit())
                .containsOnly("SVUTRU");
        assertThat(plans.assignments(2207).get(0).invited()).isEqualTo("Hội Vui vẻ");
    }

    @Test
    void ofASecretFileOnlyTheFactStays() {
        long before =
                jdbc.sql("select count(*) from intake_draft").query(Long.class).single();
        String text = "TUYỆT MẬT\n" + AnAnnex.of(1).pasted();
        assertThatThrownBy(() -> province.as(
                        "office1",
                        () -> takeAnnex.take(AnAnnex.heading(2208), "", text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(SecretAnnex.class);
        assertThat(jdbc.sql("select count(*) from intake_draft")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
        assertThat(facts("SecretFileRefused", "office1"))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact).contains("sha256").doesNotContain("Tuyên truyền", "2208"));
        assertThat(jdbc.sql("select recipient, subject from notice_mail where kind = 'SECRET'")
                        .query()
                        .listOfRows())
                .as("inspectors are told at once")
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.toString())
                        .contains("inspector1", "bí mật nhà nước")
                        .doesNotContain("Tuyên truyền", "2208"));
    }

    @Test
    void anIssuedPlanGetsOnlyWhatIsNew() {
        int year = 2209;
        long first = takes(year, "pl.xlsx", AnAnnex.of(2).xlsx());
        decideAll(first);
        applies(first);
        province.as("office1", () -> openCases.issue(year));
        AnAnnex more = AnAnnex.of(3).row("4", "Tuyên truyền khác", "Sở Tư pháp", "", "Quý IV", "Báo cáo");
        long second = takes(year, "pl2.xlsx", more.xlsx());
        decideAll(second);
        Outcome outcome = province.as("office1", () -> Outcome.of(reviewAnnex.of(second)));
        assertThat(outcome.difference().added()).extracting(Assignment::code).containsExactly("3", "4");
        assertThatThrownBy(() ->
                        province.as("office1", () -> applyDraft.apply(second, outcome.seen(), Choices.adding(" "))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("refusal.amendmentDocument"));
        province.as(
                "office1", () -> applyDraft.apply(second, outcome.seen(), Choices.adding("12/QĐ-UBND ngày 01/3/2209")));
        assertThat(province.<Integer>as("office1", () -> openCases.openAdded(year)))
                .isEqualTo(2);
        assertThat(province.<Integer>as("office1", () -> openCases.openAdded(year)))
                .isZero();
        assertThat(province.running()).contains(new CaseKey(year, "4", "STP").toString());
        assertThat(facts("AssignmentsAdded", "12/QĐ-UBND")).hasSize(1);
    }

    @Test
    void aDroppedDraftIsClosed() {
        long id = takes(2210, "pl.xlsx", AnAnnex.of(1).xlsx());
        province.as("office1", () -> dropDraft.drop(id));
        assertThatThrownBy(() -> province.as("office1", () -> applyDraft.apply(id, "", Choices.adding(""))))
                .isInstanceOf(Refusal.Conflict.class);
    }

    private void decideAll(long id) {
        for (ConfirmGuesses.What what : List.of(
                ConfirmGuesses.What.GROUPS, ConfirmGuesses.What.INDICATORS, ConfirmGuesses.What.NO_INDICATORS)) {
            confirms(id, what);
        }
        assertThat(review(id).open()).isZero();
    }

    private long takes(int year, String file, byte[] content) {
        return province.as("office1", () -> takeAnnex.take(AnAnnex.heading(year), file, content));
    }

    private Review review(long id) {
        return province.as("office1", () -> reviewAnnex.of(id));
    }

    private int confirms(long id, ConfirmGuesses.What what) {
        return province.<Integer>as("office1", () -> confirmGuesses.confirm(id, what));
    }

    private void decides(String person, long id, int line, Map<RowField, String> cells) {
        province.as(person, () -> decideRow.decide(id, line, cells));
    }

    private void applies(long id) {
        String seen =
                province.as("office1", () -> Outcome.of(reviewAnnex.of(id)).seen());
        province.as("office1", () -> applyDraft.apply(id, seen, Choices.adding("")));
    }

    private List<String> facts(String action, String content) {
        return jdbc.sql("select facts from audit_entry where action = ? and (facts like ? or actor = ?)")
                .params(action, "%" + content + "%", content)
                .query(String.class)
                .list();
    }
}
